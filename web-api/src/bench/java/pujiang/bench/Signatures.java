package pujiang.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import pujiang.compliance.Clearance;
import pujiang.delivery.Content;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;
import pujiang.evidence.ExchangeNotary;
import pujiang.evidence.SigningKeys;
import pujiang.listing.ListingId;
import pujiang.listing.PricePlan;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.participant.Jurisdiction;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.Agreement;
import pujiang.trade.Attestation;
import pujiang.trade.DeclaredUse;
import pujiang.trade.TradeId;

/** Receipts as the exchange signs them, twice each, beside the same two signatures by name from a JCA provider. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH makes the keys before it asks for a signature.
public class Signatures {

    private static final TradeId TRADE = new TradeId("bench-trade");
    private static final Agreement AGREEMENT = agreement();
    private static final Handover FILE =
            new FileHandover(new Content("ab".repeat(32), "cd".repeat(32), 1_200_000, "text/csv"), null);
    private static final Clearance CLEARANCE =
            new Clearance("sha-256:" + "01".repeat(32), "sha-256:" + "23".repeat(32), Optional.empty());

    private ExchangeNotary notary;
    private byte[] statement;
    private Signature sm2;
    private PrivateKey sm2Key;
    private Signature ed25519;
    private PrivateKey ed25519Key;

    @Setup
    public void makeKeys() throws IOException, GeneralSecurityException {
        var folder = Files.createTempDirectory("pujiang-bench");
        var file = folder.resolve("signing-keys");
        notary = new ExchangeNotary(SigningKeys.at(file, new SecureRandom()));
        Files.delete(file);
        Files.delete(folder);
        statement = notary.receipt(TRADE, AGREEMENT, FILE, CLEARANCE, Instant.EPOCH)
                .statement()
                .getBytes(StandardCharsets.UTF_8);
        var peer = new BouncyCastleProvider();
        var curve = KeyPairGenerator.getInstance("EC", peer);
        curve.initialize(new ECGenParameterSpec("sm2p256v1"));
        sm2Key = curve.generateKeyPair().getPrivate();
        sm2 = Signature.getInstance("SM3withSM2", peer);
        ed25519Key = KeyPairGenerator.getInstance("Ed25519", "SunEC")
                .generateKeyPair()
                .getPrivate();
        ed25519 = Signature.getInstance("Ed25519", "SunEC");
    }

    /** The whole receipt: canonical JSON, its digest, SM2 with SM3, Ed25519. */
    @Benchmark
    public Attestation receipt() {
        return notary.receipt(TRADE, AGREEMENT, FILE, CLEARANCE, Instant.EPOCH);
    }

    /** SM2 with SM3 over the same bytes by Bouncy Castle's provider, whose curve of that name is the generic one. */
    @Benchmark
    public byte[] peerSm2() throws GeneralSecurityException {
        return signed(sm2, sm2Key);
    }

    /** Ed25519 over the same bytes by the JDK. */
    @Benchmark
    public byte[] peerEd25519() throws GeneralSecurityException {
        return signed(ed25519, ed25519Key);
    }

    private byte[] signed(Signature signature, PrivateKey key) throws GeneralSecurityException {
        signature.initSign(key);
        signature.update(statement);
        return signature.sign();
    }

    private static Agreement agreement() {
        var terms = new Terms(
                PricePlan.of(Money.of(CurrencyUnit.of("CNY"), 5_000)),
                Set.of(Purpose.ANALYTICS),
                Set.of(Jurisdiction.MAINLAND),
                365,
                LocalDate.of(2099, 12, 31));
        return new Agreement(
                new ListingId("bench-listing"),
                1,
                new ProductId("bench-product"),
                new ParticipantId("bench-vendor"),
                new ParticipantId("bench-buyer"),
                terms,
                new DeclaredUse(Purpose.ANALYTICS, "Model of street-level air quality for asthma warnings"),
                LocalDate.of(2026, 6, 1));
    }
}
