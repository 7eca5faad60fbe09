package pujiang.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.util.encoders.Hex;
import pujiang.digest.Sha256;

/**
 * The keys for verifying the exchange's signatures.
 *
 * @param id names the pair: the first sixteen digits of the SHA-256 of both keys
 * @param sm2 the uncompressed point, hexadecimal, 65 bytes (GB/T 32918.1)
 * @param ed25519 the key, Base64, 32 bytes (RFC 8032)
 */
public record PublicKeys(String id, String sm2, String ed25519) {

    /** The default user id of GB/T 35276, which is signed with the message. */
    static final byte[] USER = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

    /** Bouncy Castle's own curve arithmetic signs four times as fast as its generic one. */
    static final ECDomainParameters SM2_DOMAIN = domain();

    static PublicKeys of(ECPublicKeyParameters sm2, Ed25519PublicKeyParameters ed25519) {
        var point = sm2.getQ().getEncoded(false);
        return new PublicKeys(
                id(point, ed25519.getEncoded()),
                Hex.toHexString(point),
                Base64.getEncoder().encodeToString(ed25519.getEncoded()));
    }

    /** The name derived from the two keys; any other name was assigned by someone. */
    String ownId() {
        return id(Hex.decode(sm2), Base64.getDecoder().decode(ed25519));
    }

    private static String id(byte[] sm2, byte[] ed25519) {
        return new Sha256().add(sm2).add(ed25519).hex(8);
    }

    /** Whether the Base64 signature is by this SM2 key over the text. */
    boolean verifiesSm2(String text, String signature) {
        var point = SM2_DOMAIN.getCurve().decodePoint(Hex.decode(sm2));
        CipherParameters key = new ParametersWithID(new ECPublicKeyParameters(point, SM2_DOMAIN), USER);
        var verifier = new SM2Signer();
        verifier.init(false, key);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        verifier.update(bytes, 0, bytes.length);
        return verifier.verifySignature(Base64.getDecoder().decode(signature));
    }

    /** Whether the Base64 signature is by this Ed25519 key over the text. */
    boolean verifiesEd25519(String text, String signature) {
        return verifiesEd25519(text, Base64.getDecoder().decode(signature));
    }

    boolean verifiesEd25519(String text, byte[] signature) {
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(Base64.getDecoder().decode(ed25519)));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        verifier.update(bytes, 0, bytes.length);
        return signature.length == Ed25519PublicKeyParameters.KEY_SIZE * 2 && verifier.verifySignature(signature);
    }

    private static ECDomainParameters domain() {
        var curve = CustomNamedCurves.getByOID(GMNamedCurves.getOID("sm2p256v1"));
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }
}
