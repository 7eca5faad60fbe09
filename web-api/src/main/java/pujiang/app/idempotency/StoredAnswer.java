package pujiang.app.idempotency;

import java.util.Arrays;

/**
 * What an action answered, in the bytes that went out: a replay is the same answer, not one that looks like it.
 *
 * @param headers one a line, as in HTTP
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by content: see equals.
public record StoredAnswer(int status, String headers, byte[] body) {

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredAnswer storedAnswer
                && status == storedAnswer.status
                && headers.equals(storedAnswer.headers)
                && Arrays.equals(body, storedAnswer.body);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * status + headers.hashCode()) + Arrays.hashCode(body);
    }
}
