package pujiang.app.security;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of the exchange's own people: who they are, and what a second person has to confirm of their accounts. */
@Component
class StaffBoard {

    private final JdbcClient database;

    StaffBoard(JdbcClient database) {
        this.database = database;
    }

    /**
     * Whether a person has another account than that one.
     *
     * @param withParticipants whether one with a participant counts; a staff account always does
     */
    boolean knows(String person, boolean withParticipants, String username) {
        return database.sql(
                                """
                                SELECT COUNT(*) FROM user_account
                                WHERE (staff_person = ? OR (? AND person = ?)) AND username <> ?""")
                        .params(person, withParticipants, person, username)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Empty for the users of participants: their own organisation is responsible for them. */
    void awaitReset(String username, String askedBy) {
        database.sql(
                        """
                        UPDATE user_account SET awaits = 'RESET', asked_by = ?
                        WHERE username = ? AND participant IS NULL""")
                .params(askedBy, username)
                .update();
    }

    /** Whether it still waited for that. */
    boolean confirm(String username, Confirmation read) {
        return database.sql(
                                """
                                UPDATE user_account SET awaits = NULL, asked_by = NULL,
                                    enabled = (enabled OR (? AND NOT stopped_by_exchange))
                                WHERE username = ? AND awaits = ? AND asked_by = ?""")
                        .params(
                                read.what() == PendingConfirmation.ADMISSION,
                                username,
                                read.what().name(),
                                read.askedBy())
                        .update()
                == 1;
    }

    Set<String> reset() {
        return new TreeSet<>(database.sql("SELECT username FROM user_account WHERE awaits = 'RESET'")
                .query(String.class)
                .list());
    }
}
