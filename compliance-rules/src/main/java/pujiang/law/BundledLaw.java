package pujiang.law;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Traits;

/**
 * The rules of the program while they are being compiled. The exchange starts in the meantime, and early callers wait.
 * If the rule book does not compile, the call fails and nothing changes.
 */
public final class BundledLaw implements ComplianceReview {

    private final CompletableFuture<LawReview> law;
    private final Duration patience;

    private BundledLaw(CompletableFuture<LawReview> law, Duration patience) {
        this.law = law;
        this.patience = patience;
    }

    /**
     * Begins to compile the rule book of the program.
     *
     * @param patience how long early callers wait
     * @param limit for each decision
     */
    public static BundledLaw begin(Duration patience, TimeLimit limit) {
        return new BundledLaw(
                CompletableFuture.supplyAsync(() -> new LawReview(RuleBook.load(), limit), Thread.ofPlatform()::start),
                patience);
    }

    @Override
    public Decision review(ProposedExchange question) {
        return ready().review(question);
    }

    @Override
    public Traits traits(ProposedExchange question) {
        return ready().traits(question);
    }

    /**
     * Waits for the rule book.
     *
     * @throws IllegalStateException if it does not compile, or not in time
     */
    public LawReview ready() {
        try {
            return law.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the rule book is not ready: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the rule book", e);
        }
    }

    /** Whether calls no longer have to wait. */
    public boolean isReady() {
        return law.isDone() && !law.isCompletedExceptionally();
    }
}
