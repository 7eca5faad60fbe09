package pujiang.evidence;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;

/**
 * The exchange's two key pairs: SM2 for parties that must follow GB/T 32918, Ed25519 for those that cannot. Generated
 * at the first start and kept in one file that only the owner can read. A hardware module is not modelled.
 */
public final class SigningKeys {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final ECPrivateKeyParameters sm2;
    private final Ed25519PrivateKeyParameters ed25519;
    private final PublicKeys published;
    private final SecureRandom random;
    /** Creating one costs as much as a signature, and one cannot be shared by two threads. */
    private final Queue<SM2Signer> idle = new ConcurrentLinkedQueue<>();

    private SigningKeys(BigInteger sm2, Ed25519PrivateKeyParameters ed25519, SecureRandom random) {
        this.sm2 = new ECPrivateKeyParameters(sm2, PublicKeys.SM2_DOMAIN);
        this.ed25519 = ed25519;
        this.random = random;
        var point = PublicKeys.SM2_DOMAIN.getG().multiply(sm2).normalize();
        this.published =
                PublicKeys.of(new ECPublicKeyParameters(point, PublicKeys.SM2_DOMAIN), ed25519.generatePublicKey());
    }

    /**
     * Reads the keys, or generates them if there are none. The file is written atomically.
     *
     * @throws IllegalStateException if the file does not hold both keys
     */
    public static SigningKeys at(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) store(file, random);
        var stored = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            stored.load(reader);
        }
        try {
            var sm2 = new BigInteger(stored.getProperty("sm2", ""), 16);
            var ed25519 = Base64.getDecoder().decode(stored.getProperty("ed25519", ""));
            return new SigningKeys(sm2, new Ed25519PrivateKeyParameters(ed25519), random);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " does not hold the signing keys; restore it from a backup", e);
        }
    }

    public PublicKeys published() {
        return published;
    }

    /** SM2 with SM3, Base64 of the DER sequence of r and s. */
    String signSm2(String text) {
        var waiting = idle.poll();
        var signer = waiting == null ? sm2Signer() : waiting;
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        try {
            var signature = signer.generateSignature();
            idle.add(signer);
            return Base64.getEncoder().encodeToString(signature);
        } catch (CryptoException e) {
            throw new IllegalStateException("SM2 could not sign", e);
        }
    }

    private SM2Signer sm2Signer() {
        var signer = new SM2Signer();
        signer.init(true, new ParametersWithID(new ParametersWithRandom(sm2, random), PublicKeys.USER));
        return signer;
    }

    byte[] signEd25519(String text) {
        var signer = new Ed25519Signer();
        signer.init(true, ed25519);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        signer.update(bytes, 0, bytes.length);
        return signer.generateSignature();
    }

    private static void store(Path file, SecureRandom random) throws IOException {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(PublicKeys.SM2_DOMAIN, random));
        var sm2 = (ECPrivateKeyParameters) generator.generateKeyPair().getPrivate();
        var ed25519 = new Ed25519PrivateKeyParameters(random);
        var text = "sm2 = %s%ned25519 = %s%n"
                .formatted(sm2.getD().toString(16), Base64.getEncoder().encodeToString(ed25519.getEncoded()));
        var fresh = Files.createTempFile(file.getParent(), "keys", ".new", ownerOnly());
        Files.writeString(fresh, text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        if (POSIX) force(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }

    /** Keeps the name of a synced file after a power failure. Windows cannot open folders. */
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
