package pujiang.evidence;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import pujiang.digest.Sha256;

/**
 * A signed state of the log: a C2SP tlog-checkpoint, which is a signed note of origin, size and root. The exchange
 * cannot show different logs to two parties without signing two contradictory checkpoints.
 */
@SuppressWarnings("ArrayRecordComponent") // Checkpoints are compared by their notes, never as records.
public record Checkpoint(String origin, long size, byte[] root) {

    private static final Pattern BODY = Pattern.compile("(.+)\n(\\d+)\n([A-Za-z0-9+/=]+)\n");

    /** C2SP signed-note: algorithm byte of Ed25519. */
    private static final byte[] ED25519 = {1};

    /** The note's text, which the signature covers. */
    String body() {
        return "%s\n%d\n%s\n".formatted(origin, size, Base64.getEncoder().encodeToString(root));
    }

    /** The whole signed note. */
    public String signed(SigningKeys keys) {
        var signature = keys.signEd25519(body());
        var blob = ByteBuffer.allocate(4 + signature.length)
                .put(keyHash(origin, keys.published()))
                .put(signature)
                .array();
        return body() + "\n— " + origin + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }

    /**
     * Reads a signed note.
     *
     * @throws IllegalArgumentException saying what is wrong, if it is not a checkpoint that these keys signed
     */
    public static Checkpoint read(String note, PublicKeys keys) {
        int blank = note.indexOf("\n\n");
        var body = BODY.matcher(blank < 0 ? "" : note.substring(0, blank + 1));
        if (!body.matches()) throw new IllegalArgumentException("the checkpoint is not origin, size and root");
        var origin = body.group(1);
        var line = "— " + origin + " ";
        var signature = note.substring(blank + 2)
                .lines()
                .filter(each -> each.startsWith(line))
                .map(each -> Base64.getDecoder().decode(each.substring(line.length())))
                .filter(blob -> blob.length == 68 && Arrays.equals(Arrays.copyOf(blob, 4), keyHash(origin, keys)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the checkpoint has no signature by key " + keys.id()));
        if (!keys.verifiesEd25519(body.group(), Arrays.copyOfRange(signature, 4, 68))) {
            throw new IllegalArgumentException("the checkpoint's signature does not fit its text");
        }
        return new Checkpoint(
                origin, Long.parseLong(body.group(2)), Base64.getDecoder().decode(body.group(3)));
    }

    /** SHA-256 over name, line feed, algorithm and key; its first four bytes. */
    private static byte[] keyHash(String name, PublicKeys keys) {
        var key = Base64.getDecoder().decode(keys.ed25519());
        return Arrays.copyOf(new Sha256().add(name + "\n").add(ED25519).add(key).bytes(), 4);
    }
}
