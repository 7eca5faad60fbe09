package pujiang.app.obligation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.obligation.ObligationId;

/** The sources of each obligation of the exchange as a whole. */
@Component
class FinderBoard {

    private final JdbcClient database;

    FinderBoard(JdbcClient database) {
        this.database = database;
    }

    void found(ObligationId obligation, Finder finder) {
        database.sql("INSERT IGNORE INTO obligation_finder (obligation, finder) VALUES (?, ?)")
                .params(obligation.value(), finder.name())
                .update();
    }

    /** Whether no source finds it any longer. */
    boolean foundNoLonger(ObligationId obligation, Finder finder) {
        database.sql("DELETE FROM obligation_finder WHERE obligation = ? AND finder = ?")
                .params(obligation.value(), finder.name())
                .update();
        return database.sql("SELECT COUNT(*) FROM obligation_finder WHERE obligation = ?")
                        .param(obligation.value())
                        .query(Long.class)
                        .single()
                == 0;
    }
}
