package pujiang.web.operation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.clock.ClockView;
import pujiang.app.clock.ClockWatch;
import pujiang.app.job.JobView;
import pujiang.app.job.Jobs;
import pujiang.app.job.Retry;
import pujiang.app.job.RetryBoard;
import pujiang.app.operation.Act;
import pujiang.app.operation.ActBoard;
import pujiang.app.operation.OperationMoves;
import pujiang.app.operation.OperationRefusal.Unknown;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.parked.ParkedEvent;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.app.security.Caller;
import pujiang.app.trial.Trials;
import pujiang.app.trial.TrialsView;
import pujiang.refusal.Refused;
import pujiang.web.idempotency.Once;
import pujiang.web.security.Requires;

/** The exchange's own work: its jobs, what they fail at, and events that a follower could not handle. */
@Tag(name = "operations", description = "运维")
@RestController
@RequestMapping("/api/v1/operations")
class OperationController {

    private final ParkedEventBoard parked;
    private final RetryBoard retries;
    private final Jobs jobs;
    private final ActBoard acts;
    private final ClockWatch clock;
    private final Trials trials;
    private final OperationMoves moves;

    OperationController(
            ParkedEventBoard parked,
            RetryBoard retries,
            Jobs jobs,
            ActBoard acts,
            ClockWatch clock,
            Trials trials,
            OperationMoves moves) {
        this.parked = parked;
        this.retries = retries;
        this.jobs = jobs;
        this.acts = acts;
        this.clock = clock;
        this.trials = trials;
        this.moves = moves;
    }

    @Operation(
            summary = "Events that a follower could not handle, and those that wait behind them",
            description = "The longest parked first. Each is tried again by itself, after a longer while each time.")
    @Requires("operations:read")
    @GetMapping("/parked-events")
    Page<ParkedEvent> parkedEvents(Paging paging) {
        var after = paging.after().map(ParkedEvent.Place::of);
        return paging.page(parked.list(after, paging.rowsToRead()), ParkedEvent.Place::of);
    }

    @Requires("operations:read")
    @GetMapping("/parked-events/{event}")
    ParkedEvent parkedEvent(@PathVariable String event) {
        return parked.find(event).orElseThrow(() -> new Refused(new Unknown(event)));
    }

    @Operation(summary = "Try a parked event at once, and those behind it after it")
    @Requires("operations:act")
    @PostMapping("/parked-events/{event}/retry")
    ResponseEntity<ParkedEvent> retry(@PathVariable String event, @RequestBody Reasoned why, Caller caller, Once once) {
        return once.run(() -> ResponseEntity.ok(moves.retry(event, why.reason(), caller)));
    }

    @Operation(
            summary = "Have a parked event never handled by its follower",
            description = "What the follower would have done for it must be done by other means. Kept for ever, with"
                    + " the reason. Only the first of an aggregate can be discarded; the next one is tried at once.")
    @Requires("operations:act")
    @PostMapping("/parked-events/{event}/discard")
    ResponseEntity<Void> discard(@PathVariable String event, @RequestBody Reasoned why, Caller caller, Once once) {
        return once.run(() -> {
            moves.discard(event, why.reason(), caller);
            return ResponseEntity.noContent().build();
        });
    }

    @Operation(summary = "What jobs and followers have failed at and try again; the longest failing first")
    @Requires("operations:read")
    @GetMapping("/retries")
    Page<Retry> retries(Paging paging) {
        var after = paging.after().map(Retry.Place::of);
        return paging.page(retries.list(after, paging.rowsToRead()), Retry.Place::of);
    }

    @Operation(summary = "Try a failing item at once, in its job's next run")
    @Requires("operations:act")
    @PostMapping("/retries/{job}/{item}/retry")
    ResponseEntity<Void> retry(
            @PathVariable String job, @PathVariable String item, @RequestBody Reasoned why, Caller caller, Once once) {
        return once.run(() -> {
            moves.retry(job, item, why.reason(), caller);
            return ResponseEntity.noContent().build();
        });
    }

    @Operation(summary = "The jobs of the process that answers, with how far they are behind")
    @Requires("operations:read")
    @GetMapping("/jobs")
    List<JobView> jobs() {
        return jobs.views();
    }

    @Operation(
            summary = "How the process that answers tries drafts of the law",
            description = "What its machine takes away from a draft, and what a hostile one could still reach.")
    @Requires("operations:read")
    @GetMapping("/trials")
    TrialsView trials() {
        return trials.view();
    }

    @Operation(
            summary = "Whether the clock of the process that answers is believed",
            description = "While it is not, nothing ends because of time alone.")
    @Requires("operations:read")
    @GetMapping("/clock")
    ClockView clock() {
        return clock.view();
    }

    @Operation(summary = "Say that the clock is right although another differs: what is due by it then ends")
    @Requires("operations:act")
    @PostMapping("/clock/acknowledgement")
    ResponseEntity<ClockView> acknowledge(@RequestBody Reasoned why, Caller caller, Once once) {
        return once.run(() -> ResponseEntity.ok(moves.acknowledgeClock(why.reason(), caller)));
    }

    @Operation(summary = "What operators have done about the exchange's own work, and why; the newest first")
    @Requires("operations:read")
    @GetMapping("/acts")
    Page<Act> acts(Paging paging) {
        var after = paging.after().map(Act.Place::of);
        return paging.page(acts.list(after, paging.rowsToRead()), Act.Place::of);
    }

    /** Why an operator does it. */
    record Reasoned(String reason) {}
}
