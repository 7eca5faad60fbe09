package pujiang.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingModificationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import pujiang.app.history.BrokenStream;
import pujiang.app.request.FieldError;
import pujiang.app.request.RequestRefusal.ChangedMeanwhile;
import pujiang.app.request.RequestRefusal.FieldsInvalid;
import pujiang.app.request.RequestRefusal.HistoryIncomplete;
import pujiang.app.request.RequestRefusal.LawFailed;
import pujiang.app.request.RequestRefusal.LawNotReady;
import pujiang.app.request.RequestRefusal.LawTooLate;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.request.RequestRefusal.OutcomeUnknown;
import pujiang.app.request.RequestRefusal.Stale;
import pujiang.app.request.RequestRefusal.Unavailable;
import pujiang.law.EngineFailed;
import pujiang.law.LawTimeout;
import pujiang.law.RuleBookNotReady;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refusal;
import pujiang.refusal.Refused;

/** Maps a failure to its refusal. A failure without one is a defect of the exchange. */
final class Failures {

    private static final int DEEPEST = 32;

    /** ER_DUP_ENTRY of MySQL and MariaDB. */
    private static final int DUPLICATE_KEY = 1062;

    private Failures() {}

    /** Looks through the wrappers, of which the command bus, Spring and JDBC each add their own. */
    static Optional<Refusal> refusal(Throwable failure, HttpServletRequest request) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            var refusal = refusalOf(cause, request);
            if (refusal != null) return Optional.of(refusal);
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static @Nullable Refusal refusalOf(Throwable failure, HttpServletRequest request) {
        return switch (failure) {
            case Refused refused -> addressed(refused.refusal(), request);
            case Invalid invalid -> new FieldsInvalid(FieldError.of(invalid));
            case BrokenStream broken -> new HistoryIncomplete(broken.type(), broken.aggregate(), broken.missing());
            case AggregateNotFoundException _ -> new NotFound(request.getRequestURI());
            case ConflictingModificationException _ -> new Stale();
            // Somebody else held the aggregate for too long.
            case LockAcquisitionFailedException _ -> new Unavailable();
            case AggregateStreamCreationException _, ConcurrencyException _ -> new ChangedMeanwhile();
            case ConcurrencyFailureException _, DuplicateKeyException _ -> new ChangedMeanwhile();
            case CannotCreateTransactionException _, TransactionTimedOutException _ -> new Unavailable();
            // A connection that is lost at the commit: the same request again tells what came of it.
            case TransactionSystemException _ -> new OutcomeUnknown();
            case DataAccessResourceFailureException _, RecoverableDataAccessException _ -> new Unavailable();
            case TransientDataAccessException _, TimeoutException _ -> new Unavailable();
            case LawTimeout late -> new LawTooLate(late.most().toSeconds());
            case RuleBookNotReady _ -> new LawNotReady();
            case EngineFailed _ -> new LawFailed();
            case SQLException sql -> database(sql);
            default -> WebFailures.refusal(failure, request);
        };
    }

    private static Refusal addressed(Refusal refusal, HttpServletRequest request) {
        return refusal instanceof NotFound(var path) && path.isEmpty()
                ? new NotFound(request.getRequestURI())
                : refusal;
    }

    private static @Nullable Refusal database(SQLException failure) {
        return switch (failure) {
            case SQLTransactionRollbackException _ -> new ChangedMeanwhile();
            // Of two who chose the same value of a unique key at once, the second; as Spring's DuplicateKeyException
            // says.
            case SQLIntegrityConstraintViolationException key
            when key.getErrorCode() == DUPLICATE_KEY -> new ChangedMeanwhile();
            case SQLTransientException _, SQLRecoverableException _ -> new Unavailable();
            case SQLNonTransientConnectionException _ -> new Unavailable();
            default -> isCutOff(failure) ? new Unavailable() : null;
        };
    }

    /** Of class 08 the connection is gone; 70100 is what a connection or statement is told that somebody has ended. */
    private static boolean isCutOff(SQLException failure) {
        var state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.equals("70100"));
    }
}
