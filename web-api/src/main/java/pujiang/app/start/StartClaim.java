package pujiang.app.start;

import javax.sql.DataSource;

/**
 * What has to hold for this exchange to start on its database. Asked before the schema is changed, so that a start that is
 * refused leaves the database as it was, for the exchange to which it belongs.
 */
@FunctionalInterface
public interface StartClaim {

    /**
     * Asks the database, as far as it can be asked: one that was never used has no tables.
     *
     * @throws StartFailure if the exchange must not start on it
     */
    void check(DataSource database);
}
