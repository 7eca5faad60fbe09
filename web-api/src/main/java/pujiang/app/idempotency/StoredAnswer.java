package pujiang.app.idempotency;

import java.util.Arrays;

/**
 * The answer of an action, in the bytes that were sent: a repetition is the same answer, not a similar one.
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
