package pujiang.web.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import pujiang.app.idempotency.Idempotency;
import pujiang.app.idempotency.StoredAnswer;

/**
 * Takes part in a controller's method as a parameter, and asks for an Idempotency-Key by being there:
 *
 * <pre>{@code
 * @PostMapping("/api/v1/trades/{trade}/acceptance")
 * ResponseEntity<TradeView> accept(@PathVariable TradeId trade, Once once) {
 *     return once.run(() -> ResponseEntity.ok(...));
 * }
 * }</pre>
 */
public final class Idempotent {

    private final Idempotency idempotency;
    private final Answers answers;
    private final HttpServletRequest request;

    Idempotent(Idempotency idempotency, Answers answers, HttpServletRequest request) {
        this.idempotency = idempotency;
        this.answers = answers;
        this.request = request;
    }

    /**
     * Runs the action in one transaction with the record of its answer, or gives the answer of the first time. An
     * action that throws leaves nothing behind, not even a record: the same request is judged anew. All that an action
     * does must therefore be in the transaction, for an action may be run and rolled back.
     */
    // The body is what T was written as, in bytes: Spring writes them as they are, whatever T is.
    @SuppressWarnings("unchecked")
    public <T> ResponseEntity<T> run(Supplier<ResponseEntity<T>> action) {
        var fresh = new AtomicReference<@Nullable StoredAnswer>();
        var storedAnswer = idempotency.once(RequestClaim.of(request), () -> {
            var made = answers.of(action.get());
            fresh.set(made);
            return made;
        });
        // Compared by identity: a first answer that was rolled back at the key of another says the same.
        return (ResponseEntity<T>) Answers.response(storedAnswer, !fresh.compareAndSet(storedAnswer, storedAnswer));
    }
}
