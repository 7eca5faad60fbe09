package pujiang.evidence;

import java.sql.SQLException;

/** The database did not respond. The caller's transaction is rolled back, so nothing was added. */
public final class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogUnavailable(SQLException cause) {
        super("the log's database failed: " + cause.getMessage(), cause);
    }
}
