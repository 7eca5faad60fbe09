package pujiang.app.operation;

import org.springframework.stereotype.Component;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.clock.ClockView;
import pujiang.app.job.RetryBoard;
import pujiang.app.operation.OperationRefusal.Behind;
import pujiang.app.operation.OperationRefusal.Unknown;
import pujiang.app.parked.ParkedEvent;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.app.security.Caller;
import pujiang.refusal.Refused;
import pujiang.refusal.Texts;

/** Acts of the operator on failures, from a program or a page. Each act is stored permanently with its reason. */
@Component
public class OperationUseCases {

    private final ParkedEventBoard parked;
    private final RetryBoard retries;
    private final OperatorActionBoard acts;
    private final ClockMonitor clock;

    OperationUseCases(ParkedEventBoard parked, RetryBoard retries, OperatorActionBoard acts, ClockMonitor clock) {
        this.parked = parked;
        this.retries = retries;
        this.acts = acts;
        this.clock = clock;
    }

    /** Its job tries it within a second, and those behind it after it. */
    public ParkedEvent retry(String event, String reason, Caller caller) {
        check(reason);
        var found = first(event);
        retries.hasten(found.follower(), found.sequence());
        acts.add("event-retried", subject(found), found.cause(), caller.username(), reason);
        return parked.find(event).orElse(found);
    }

    /** The follower never handles it. What it would have done must be done by other means; the next one is tried. */
    public void discard(String event, String reason, Caller caller) {
        check(reason);
        var found = first(event);
        parked.remove(event);
        retries.done(found.follower(), found.sequence());
        acts.add("event-discarded", subject(found), found.cause(), caller.username(), reason);
    }

    /** Its job tries it within its next run. */
    public void retry(String job, String item, String reason, Caller caller) {
        check(reason);
        var found = retries.find(job, item).orElseThrow(() -> new Refused(new Unknown(job + " " + item)));
        retries.hasten(job, item);
        acts.add("item-retried", job + " " + item, found.cause(), caller.username(), reason);
    }

    /**
     * The clock is trusted as it is, by every process at its next check. If it is trusted already, no act is stored.
     */
    public ClockView acknowledgeClock(String reason, Caller caller) {
        check(reason);
        var seen = clock.view();
        if (seen.believed()) return seen;
        var cause = "%s, by %s s".formatted(seen.doubt(), seen.by());
        acts.add("clock-acknowledged", "clock at " + seen.wall(), cause, caller.username(), reason);
        return seen;
    }

    private static void check(String reason) {
        Texts.check("reason", reason, OperatorAction.LONGEST_REASON);
    }

    private ParkedEvent first(String event) {
        var found = parked.locked(event).orElseThrow(() -> new Refused(new Unknown(event)));
        if (found.behind()) throw new Refused(new Behind(event));
        return found;
    }

    private static String subject(ParkedEvent event) {
        return "%s: event %s, %s of %s %s, number %d"
                .formatted(
                        event.follower(), event.event(), event.name(), event.type(), event.aggregate(), event.number());
    }
}
