package pujiang.app.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;

/** The digest over a kept answer and its request, made once more of what is stored: see V72 for its form. */
final class Seal {

    private Seal() {}

    /** @param row of idempotency, with its columns */
    static byte[] of(ResultSet row) throws SQLException {
        var operation = row.getString("operation").getBytes(UTF_8);
        var headers = row.getString("headers").getBytes(UTF_8);
        var body = row.getBytes("body");
        var hex = HexFormat.of();
        var digest = sha256();
        var lines = String.join(
                "\n",
                row.getString("caller"),
                hex.formatHex(row.getBytes("key_hash")),
                hex.formatHex(row.getBytes("fingerprint")),
                Integer.toString(row.getInt("status")),
                operation.length + " " + headers.length + " " + body.length,
                "");
        digest.update(lines.getBytes(UTF_8));
        digest.update(operation);
        digest.update(headers);
        return digest.digest(body);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }
}
