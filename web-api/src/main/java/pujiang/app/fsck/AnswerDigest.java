package pujiang.app.fsck;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import pujiang.digest.Sha256;

/** The digest over a stored answer and its request, computed again from what is stored: see V72 for its form. */
final class AnswerDigest {

    private AnswerDigest() {}

    /** @param row of idempotency, with its columns */
    static byte[] of(ResultSet row) throws SQLException {
        var operation = row.getString("operation").getBytes(UTF_8);
        var headers = row.getString("headers").getBytes(UTF_8);
        var body = row.getBytes("body");
        var hex = HexFormat.of();
        var lines = String.join(
                "\n",
                row.getString("caller"),
                hex.formatHex(row.getBytes("key_hash")),
                hex.formatHex(row.getBytes("fingerprint")),
                Integer.toString(row.getInt("status")),
                operation.length + " " + headers.length + " " + body.length,
                "");
        return new Sha256().add(lines).add(operation).add(headers).add(body).bytes();
    }
}
