package pujiang.web.idempotency;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets answers that nobody asks for any more. */
@Component
@EnableScheduling
class IdempotencyPurge {

    /** A caller may repeat for a day; the hour more is for its clock. */
    static final Duration KEPT = Duration.ofHours(25);

    /** Small, so that no purge holds locks that an action waits for. */
    private static final int BATCH = 500;

    private final IdempotencyBoard board;
    private final Clock clock;

    IdempotencyPurge(IdempotencyBoard board, Clock clock) {
        this.board = board;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT1M")
    void purge() {
        var before = clock.instant().minus(KEPT);
        int deleted;
        do deleted = board.deleteBefore(before, BATCH);
        while (deleted == BATCH);
    }
}
