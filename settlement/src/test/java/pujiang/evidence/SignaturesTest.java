package pujiang.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.jcajce.spec.SM2ParameterSpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.jce.spec.ECPublicKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the standards' own examples, and against implementations that share no code with ours. */
class SignaturesTest {

    private final SigningKeys keys = Keys.known();
    private final PublicKeys published = keys.published();

    @Test
    void theKeysAreThoseOfTheStandards() {
        assertThat(published.sm2()).isEqualTo(Keys.SM2_POINT);
        assertThat(published.ed25519()).isEqualTo(Keys.base64(Keys.ED25519_PUBLIC));
        assertThat(published.id()).isEqualTo(published.ownId()).matches("[0-9a-f]{16}");
    }

    /** Annex A of GB/T 32918.5: the message "message digest", the user 1234567812345678. */
    @Test
    void theStandardsSm2SignatureIsGood() throws Exception {
        var r = new BigInteger("f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3", 16);
        var s = new BigInteger("b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa", 16);

        assertThat(published.verifiesSm2("message digest", der(r, s))).isTrue();
        assertThat(published.verifiesSm2("message Digest", der(r, s))).isFalse();
        assertThat(published.verifiesSm2("message digest", der(r.add(BigInteger.ONE), s)))
                .isFalse();
        assertThat(published.verifiesSm2("message digest", der(r, s.add(BigInteger.ONE))))
                .isFalse();
        assertThat(published.verifiesSm2("message digest", der(BigInteger.ZERO, s)))
                .isFalse();
    }

    @Test
    void theRfcsEd25519SignatureIsTheOneWeMake() {
        assertThat(HexFormat.of().formatHex(keys.signEd25519("r")))
                .isEqualTo("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r", "浦江数据交易所", "{\"a\":1}"})
    void theJdkVerifiesOurEd25519(String text) throws Exception {
        var key = HexFormat.of().parseHex("302a300506032b6570032100" + Keys.ED25519_PUBLIC);
        var jdk = Signature.getInstance("Ed25519");
        jdk.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        jdk.update(text.getBytes(UTF_8));

        assertThat(jdk.verify(keys.signEd25519(text))).isTrue();
    }

    /** The JCA provider computes on the generic curve, and reads the key and the user id by another way. */
    @ParameterizedTest
    @ValueSource(strings = {"", "r", "浦江数据交易所", "{\"a\":1}"})
    void theGenericCurveVerifiesOurSm2(String text) throws Exception {
        var provider = new BouncyCastleProvider();
        var curve = GMNamedCurves.getByName("sm2p256v1");
        var domain = new ECParameterSpec(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
        var point = curve.getCurve().decodePoint(HexFormat.of().parseHex(Keys.SM2_POINT));
        var generic = Signature.getInstance("SM3withSM2", provider);
        generic.setParameter(new SM2ParameterSpec("1234567812345678".getBytes(UTF_8)));
        generic.initVerify(KeyFactory.getInstance("EC", provider).generatePublic(new ECPublicKeySpec(point, domain)));
        generic.update(text.getBytes(UTF_8));

        assertThat(generic.verify(Base64.getDecoder().decode(keys.signSm2(text))))
                .isTrue();
    }

    @Test
    void aSignatureIsGoodForItsTextAndItsKeyOnly() {
        var sm2 = keys.signSm2("text");
        var ed25519 = Base64.getEncoder().encodeToString(keys.signEd25519("text"));
        var other = Keys.other().published();

        assertThat(published.verifiesSm2("text", sm2)).isTrue();
        assertThat(published.verifiesSm2("Text", sm2)).isFalse();
        assertThat(other.verifiesSm2("text", sm2)).isFalse();
        assertThat(published.verifiesEd25519("text", ed25519)).isTrue();
        assertThat(published.verifiesEd25519("Text", ed25519)).isFalse();
        assertThat(other.verifiesEd25519("text", ed25519)).isFalse();
        assertThat(published.verifiesEd25519("text", sm2)).isFalse();
        assertThat(published.verifiesSm2("text", ed25519)).isFalse();
    }

    @Test
    void contentIsDigestedAsTheStandardsSay() {
        var digests = new ContentDigests();
        digests.update("abcd".getBytes(UTF_8), 2);
        digests.update("cd".getBytes(UTF_8), 1);

        assertThat(digests.sm3()).isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
        assertThat(digests.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static String der(BigInteger r, BigInteger s) throws Exception {
        var sequence = new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)});
        return Base64.getEncoder().encodeToString(sequence.getEncoded());
    }
}
