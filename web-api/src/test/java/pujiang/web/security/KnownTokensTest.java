package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pujiang.web.security.KnownTokens.Known;

/** What may be remembered of a token, and for how long. */
class KnownTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-26T08:00:00Z");
    private static final Verified SOMEBODY =
            new Verified(new Caller("ann", null, Set.of(Role.COMPLIANCE_OFFICER)), 0, "t");

    private final KnownTokens tokens = new KnownTokens();
    private final AtomicInteger lookedUp = new AtomicInteger();

    @Test
    void aTokenIsLookedUpOnceInAWhile() {
        assertThat(find(NOW)).isPresent();
        assertThat(find(NOW.plusSeconds(9))).isPresent();
        assertThat(lookedUp).hasValue(1);

        find(NOW.plus(KnownTokens.LONGEST));
        assertThat(lookedUp).hasValue(2);
    }

    @Test
    void aTokenIsNotKnownBeyondItsOwnEnd() {
        tokens.find(hash(), NOW, () -> Optional.of(new Known(SOMEBODY, NOW.plusSeconds(2))));

        assertThat(tokens.find(hash(), NOW.plusSeconds(2), Optional::empty)).isEmpty();
    }

    @Test
    void whoIsUnknownIsAskedAboutEveryTime() {
        assertThat(tokens.find(hash(), NOW, Optional::empty)).isEmpty();
        assertThat(find(NOW)).isPresent();
    }

    @Test
    void whatIsForgottenIsLookedUpAgain() {
        find(NOW);
        tokens.forget();

        assertThat(tokens.find(hash(), NOW, Optional::empty)).isEmpty();
    }

    @Test
    void whatWasReadBeforeARevocationIsNotRememberedAfterIt() {
        tokens.find(hash(), NOW, () -> {
            tokens.forget();
            return Optional.of(new Known(SOMEBODY, NOW.plusSeconds(60)));
        });

        assertThat(tokens.find(hash(), NOW, Optional::empty)).isEmpty();
    }

    @Test
    void aRevocationInATransactionCountsWhenItIsCommitted() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            tokens.forget();
            // Still the old row for everybody else, who may remember it until the commit.
            find(NOW);
            TransactionSynchronizationManager.getSynchronizations().forEach(one -> one.afterCompletion(0));
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }

        assertThat(tokens.find(hash(), NOW, Optional::empty)).isEmpty();
    }

    private Optional<Verified> find(Instant now) {
        return tokens.find(hash(), now, () -> {
            lookedUp.incrementAndGet();
            return Optional.of(new Known(SOMEBODY, NOW.plusSeconds(600)));
        });
    }

    private static byte[] hash() {
        return new byte[] {1, 2, 3};
    }
}
