package pujiang.app.start;

import javax.sql.DataSource;

/**
 * A condition for this exchange to start on its database. Checked before the schema is changed, so that a refused start
 * leaves the database as it was, for the exchange to which it belongs.
 */
@FunctionalInterface
public interface StartClaim {

    /**
     * Checks the database as far as possible: one that was never used has no tables.
     *
     * @throws StartFailure if the exchange must not start on it
     */
    void check(DataSource database);
}
