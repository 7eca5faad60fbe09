package pujiang.app.fsck;

import java.sql.SQLException;

/**
 * A search for one kind of damage. A check is a component with a constructor without parameters: the exchange and the
 * command line find all of them, so a feature adds one in its own package and edits no other.
 */
public interface Check {

    Label label();

    /** A fresh examination for each run: what it remembers belongs to that run. */
    Examination begin(Snapshot snapshot, Findings findings);

    /** Only reads, and only from the snapshot that it was begun with. */
    interface Examination {

        /** Called for every stream, in the order of the ids, with all of its events. */
        default void life(EventStream eventStream) throws SQLException {}

        /** Called once, after the last stream. */
        default void end() throws SQLException {}

        /**
         * Called once, when the snapshot has been let go: for what takes hours and can do without it.
         *
         * @param now the database as it is from statement to statement
         */
        default void afterwards(Rows now) throws SQLException {}
    }

    /**
     * The name of the check, its claim, and what to do if the claim does not hold, each in both languages.
     *
     * @param name one word, its identifier for programs
     */
    record Label(String name, String chinese, String claim, String claimInChinese, String mend, String mendInChinese) {}
}
