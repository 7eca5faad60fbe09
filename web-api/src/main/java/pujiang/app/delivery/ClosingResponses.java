package pujiang.app.delivery;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Responses whose last byte is on its way and whose connections are still open. A new request for the same link waits a
 * moment: whether the link is used up is about to be known.
 */
@Component
final class ClosingResponses {

    private static final int LONGEST_SECONDS = 2;

    private final ConcurrentHashMap<String, Set<CompletableFuture<Void>>> open = new ConcurrentHashMap<>();

    /** @return to be completed when it is known how the reader left */
    @SuppressWarnings("UndefinedEquals") // Each is one of its own, and meant as that one.
    CompletableFuture<Void> begin(String token) {
        var parting = new CompletableFuture<Void>();
        open.compute(token, (_, others) -> {
            var all = others == null ? ConcurrentHashMap.<CompletableFuture<Void>>newKeySet() : others;
            all.add(parting);
            return all;
        });
        var _ = parting.whenComplete((_, _) -> open.computeIfPresent(token, (_, all) -> {
            all.remove(parting);
            return all.isEmpty() ? null : all;
        }));
        return parting;
    }

    /** At most two seconds; who has not left by then is not waited for. */
    void await(String token) {
        var all = open.getOrDefault(token, Set.of()).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(all).get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException _) {
            // Not known yet: the link is what the database says it is.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
