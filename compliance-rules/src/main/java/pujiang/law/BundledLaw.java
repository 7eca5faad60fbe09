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
 * The law while its rule book is still being compiled: the exchange starts meanwhile, and whoever asks too early waits.
 * A book that does not compile fails the question, which then changes nothing.
 */
public final class BundledLaw implements ComplianceReview {

    private final CompletableFuture<LawReview> law;
    private final Duration patience;

    private BundledLaw(CompletableFuture<LawReview> law, Duration patience) {
        this.law = law;
        this.patience = patience;
    }

    /**
     * Begins to compile the book that comes with the program.
     *
     * @param patience how long whoever asks too early waits
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
     * Waits for the book.
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

    /** Whether nobody has to wait any more. */
    public boolean isReady() {
        return law.isDone() && !law.isCompletedExceptionally();
    }
}
