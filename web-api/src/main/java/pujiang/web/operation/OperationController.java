package pujiang.web.operation;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.clock.ClockView;
import pujiang.app.job.JobView;
import pujiang.app.job.Jobs;
import pujiang.app.job.Retry;
import pujiang.app.job.RetryBoard;
import pujiang.app.operation.OperationRefusal.Unknown;
import pujiang.app.operation.OperationUseCases;
import pujiang.app.operation.OperatorAction;
import pujiang.app.operation.OperatorActionBoard;
import pujiang.app.paging.Page;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.parked.ParkedEvent;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.app.security.Caller;
import pujiang.app.trial.Trials;
import pujiang.app.trial.TrialsView;
import pujiang.refusal.Refused;
import pujiang.web.answer.Succeeds;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** The exchange's own work: its jobs, what they fail at, and events that a follower could not handle. */
@RestController
@RequestMapping("/api/v1/operations")
class OperationController {

    private final ParkedEventBoard parked;
    private final RetryBoard retries;
    private final Jobs jobs;
    private final OperatorActionBoard acts;
    private final ClockMonitor clock;
    private final Trials trials;
    private final OperationUseCases useCases;

    OperationController(
            ParkedEventBoard parked,
            RetryBoard retries,
            Jobs jobs,
            OperatorActionBoard acts,
            ClockMonitor clock,
            Trials trials,
            OperationUseCases useCases) {
        this.parked = parked;
        this.retries = retries;
        this.jobs = jobs;
        this.acts = acts;
        this.clock = clock;
        this.trials = trials;
        this.useCases = useCases;
    }

    @Operation(
            operationId = "listParkedEvents",
            summary = "List events that could not be processed",
            description =
                    "And the events that wait behind them. The longest parked first. Each is retried by itself, at"
                            + " growing intervals.")
    @Requires("operations:read")
    @GetMapping("/parked-events")
    Page<ParkedEvent> parkedEvents(Paging paging) {
        var after = paging.after().map(ParkedEvent.Place::of);
        return paging.page(parked.list(after, paging.rowsToRead()), ParkedEvent.Place::of);
    }

    @Operation(
            operationId = "getParkedEvent",
            summary = "Read an event that could not be processed",
            description = "With the cause and the time of the next attempt.")
    @Requires("operations:read")
    @GetMapping("/parked-events/{event}")
    ParkedEvent parkedEvent(@PathVariable String event) {
        return parked.find(event).orElseThrow(() -> new Refused(new Unknown(event)));
    }

    @Operation(
            operationId = "retryParkedEvent",
            summary = "Retry a parked event at once",
            description = "And after it the events behind it.")
    @Requires("operations:act")
    @PostMapping("/parked-events/{event}/retry")
    ResponseEntity<ParkedEvent> retry(
            @PathVariable String event, @RequestBody Reasoned why, Caller caller, Idempotent once) {
        return once.run(() -> ResponseEntity.ok(useCases.retry(event, why.reason(), caller)));
    }

    @Operation(
            operationId = "discardParkedEvent",
            summary = "Discard a parked event",
            description =
                    "Its follower never processes it; the missing work must be done by other means. The act and its"
                            + " reason are kept. Only the first event of an aggregate can be discarded; the next one is"
                            + " retried at once.")
    @Succeeds(status = 204)
    @Requires("operations:act")
    @PostMapping("/parked-events/{event}/discard")
    ResponseEntity<Void> discard(
            @PathVariable String event, @RequestBody Reasoned why, Caller caller, Idempotent once) {
        return once.run(() -> {
            useCases.discard(event, why.reason(), caller);
            return ResponseEntity.noContent().build();
        });
    }

    @Operation(
            operationId = "listRetries",
            summary = "List failed work that is retried",
            description = "Of jobs and followers, the longest failing first.")
    @Requires("operations:read")
    @GetMapping("/retries")
    Page<Retry> retries(Paging paging) {
        var after = paging.after().map(Retry.Place::of);
        return paging.page(retries.list(after, paging.rowsToRead()), Retry.Place::of);
    }

    @Operation(
            operationId = "retryFailedItem",
            summary = "Retry a failed item at once",
            description = "In the next run of its job.")
    @Succeeds(status = 204)
    @Requires("operations:act")
    @PostMapping("/retries/{job}/{item}/retry")
    ResponseEntity<Void> retry(
            @PathVariable String job,
            @PathVariable String item,
            @RequestBody Reasoned why,
            Caller caller,
            Idempotent once) {
        return once.run(() -> {
            useCases.retry(job, item, why.reason(), caller);
            return ResponseEntity.noContent().build();
        });
    }

    @Operation(
            operationId = "listJobs",
            summary = "List the jobs of this process",
            description = "With their last run and how far each is behind.")
    @Requires("operations:read")
    @GetMapping("/jobs")
    PlainPage<JobView> jobs(Paging paging) {
        return paging.oldestFirst(jobs.views());
    }

    @Operation(
            operationId = "getDraftTrials",
            summary = "Read how this process runs rule drafts",
            description = "The isolation that the machine offers, and what a hostile draft could still reach.")
    @Requires("operations:read")
    @GetMapping("/trials")
    TrialsView trials() {
        return trials.view();
    }

    @Operation(
            operationId = "getClock",
            summary = "Read whether the clock is trusted",
            description = "While it is not, nothing expires because of time alone.")
    @Requires("operations:read")
    @GetMapping("/clock")
    ClockView clock() {
        return clock.view();
    }

    @Operation(
            operationId = "acknowledgeClock",
            summary = "Declare the clock right although another differs",
            description = "Whatever is due by this clock expires then.")
    @Requires("operations:act")
    @PostMapping("/clock/acknowledgement")
    ResponseEntity<ClockView> acknowledge(@RequestBody Reasoned why, Caller caller, Idempotent once) {
        return once.run(() -> ResponseEntity.ok(useCases.acknowledgeClock(why.reason(), caller)));
    }

    @Operation(
            operationId = "listOperatorActs",
            summary = "List what operators did to the exchange's own work",
            description = "With their reasons, the newest first.")
    @Requires("operations:read")
    @GetMapping("/acts")
    Page<OperatorAction> acts(Paging paging) {
        var after = paging.after().map(OperatorAction.Place::of);
        return paging.page(acts.list(after, paging.rowsToRead()), OperatorAction.Place::of);
    }

    /** Why an operator does it. */
    record Reasoned(String reason) {}
}
