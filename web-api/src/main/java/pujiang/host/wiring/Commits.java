package pujiang.host.wiring;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells a commit that failed from everything else that fails: a statement that the database never finished has done nothing,
 * while of a commit whose answer was lost nobody knows. Where the database says that it rolled back, that is known.
 */
final class Commits extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    /** Spring's name for it. */
    private static final String COMMIT = "JDBC commit";

    Commits(DataSource database) {
        super(database);
    }

    @Override
    protected RuntimeException translateException(String task, SQLException failure) {
        var told = super.translateException(task, failure);
        var unknown = task.equals(COMMIT) && !(told instanceof ConcurrencyFailureException);
        return unknown ? new TransactionSystemException("the outcome of a commit is not known", failure) : told;
    }
}
