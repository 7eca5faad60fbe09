package pujiang.settlement;

import java.sql.SQLException;

/** The database did not respond. The caller's transaction is rolled back, so nothing moved. */
public final class LedgerUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerUnavailable(SQLException cause) {
        super("the ledger's database failed: " + cause.getMessage(), cause);
    }
}
