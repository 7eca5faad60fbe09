package pujiang.app.security;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;

/**
 * Forgets guesses that count no more, places long not seen, and tokens long ended. Two processes that do delete what the
 * other has not.
 */
@Component
class SignInPurge implements Job {

    private static final Duration PLACES_KEPT = Duration.ofDays(180);
    private static final Duration TOKENS_KEPT = Duration.ofDays(30);
    private static final int BATCH = 500;

    private final GuessBoard guesses;
    private final EndedTokenBoard tokens;
    private final ClockMonitor watch;

    SignInPurge(GuessBoard guesses, EndedTokenBoard tokens, ClockMonitor watch) {
        this.guesses = guesses;
        this.tokens = tokens;
        this.watch = watch;
    }

    @Override
    public String name() {
        return "sign-in-purge";
    }

    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration firstPause() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run(JobRun jobRun) {
        watch.believed().ifPresent(now -> {
            purge(most -> guesses.forgetGuessesBefore(now.minus(Throttle.REMEMBERED), most), jobRun);
            purge(most -> guesses.forgetPlacesBefore(now.minus(PLACES_KEPT), most), jobRun);
            purge(most -> tokens.forgetEndedBefore(now.minus(TOKENS_KEPT), most), jobRun);
        });
    }

    private static void purge(IntUnaryOperator delete, JobRun jobRun) {
        int deleted;
        do deleted = delete.applyAsInt(BATCH);
        while (deleted >= BATCH && jobRun.lasts());
    }
}
