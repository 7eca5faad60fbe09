package pujiang.web.security;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Bearer tokens that were looked up a moment ago, because a program shows the same one with every request. INVARIANT: what
 * has been revoked, suspended or changed is forgotten before whoever did it is answered. Only what is written past this
 * program, in the database by hand, takes {@link #LONGEST} to be noticed.
 */
final class KnownTokens {

    static final Duration LONGEST = Duration.ofSeconds(10);

    /** More tokens than this at once are looked up each time. */
    private static final int MOST = 10_000;

    private final Map<String, Known> byHash = new ConcurrentHashMap<>();

    /** Counts what was forgotten: who began to read before that must not remember what was read. */
    private long forgotten;

    record Known(Verified verified, Instant until) {}

    Optional<Verified> find(byte[] hash, Instant now, Supplier<Optional<Known>> lookUp) {
        var key = HexFormat.of().formatHex(hash);
        var known = byHash.get(key);
        if (known != null && now.isBefore(known.until())) return Optional.of(known.verified());
        long before = forgotten();
        var found = lookUp.get();
        found.ifPresent(fresh -> remember(key, fresh, now, before));
        return found.map(Known::verified);
    }

    /** To be called after something was changed: takes effect when it is committed, which it is unless in a transaction. */
    void forget() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forgetNow();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forgetNow();
            }
        });
    }

    private synchronized void remember(String key, Known fresh, Instant now, long before) {
        if (forgotten != before) return;
        if (byHash.size() >= MOST) byHash.clear();
        var soon = now.plus(LONGEST);
        byHash.put(key, soon.isBefore(fresh.until()) ? new Known(fresh.verified(), soon) : fresh);
    }

    private synchronized void forgetNow() {
        forgotten++;
        byHash.clear();
    }

    private synchronized long forgotten() {
        return forgotten;
    }
}
