package pujiang.web.operation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.clock.ClockMonitor;
import pujiang.app.clock.ClockView;
import pujiang.app.fsck.FsckRuns;
import pujiang.app.job.JobView;
import pujiang.app.job.Jobs;
import pujiang.app.job.Retry;
import pujiang.app.job.RetryBoard;
import pujiang.app.operation.OperationUseCases;
import pujiang.app.operation.OperatorAction;
import pujiang.app.operation.OperatorActionBoard;
import pujiang.app.parked.ParkedEvent;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.app.security.Caller;
import pujiang.app.trial.Trials;
import pujiang.app.trial.TrialsView;
import pujiang.web.fsck.FsckPage;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Badge;
import pujiang.web.page.Badges;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.FormAction;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.security.Requires;

/** The exchange's own work: the clock, the jobs, what they fail at, parked events, and what operators did about it. */
@PageController
@RequestMapping("/operations")
class OperationsPage {

    private static final String ADDRESS = "/operations";

    /** Of each list; all of it is read over HTTP. */
    private static final int MOST = 50;

    private static final Badges CLOCK = Badges.of("clock.")
            .good("believed")
            .bad("jumped", "database-differs", "went-back")
            .waits("long-absence");

    private final ParkedEventBoard parked;
    private final RetryBoard retries;
    private final Jobs jobs;
    private final ClockMonitor clock;
    private final OperatorActionBoard acts;
    private final Trials trials;
    private final OperationUseCases useCases;
    private final FsckRuns checks;

    OperationsPage(
            ParkedEventBoard parked,
            RetryBoard retries,
            Jobs jobs,
            ClockMonitor clock,
            OperatorActionBoard acts,
            Trials trials,
            OperationUseCases useCases,
            FsckRuns checks) {
        this.parked = parked;
        this.retries = retries;
        this.jobs = jobs;
        this.clock = clock;
        this.acts = acts;
        this.trials = trials;
        this.useCases = useCases;
        this.checks = checks;
    }

    record JobRow(JobView job, Badge badge) {}

    record EventRow(ParkedEvent event, @Nullable String link, List<Form> forms) {}

    record ItemRow(Retry retry, List<Form> forms) {}

    @Requires("operations:read")
    @GetMapping
    ModelAndView read(Caller caller, PageRequest visit) {
        return show(caller, visit);
    }

    @Requires("operations:act")
    @PostMapping("/parked-events/{event}/retry")
    ModelAndView retry(
            @PathVariable String event,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return submit(OperationFormActions.RETRY, () -> useCases.retry(event, reason, caller), caller, once, visit);
    }

    @Requires("operations:act")
    @PostMapping("/parked-events/{event}/discard")
    ModelAndView discard(
            @PathVariable String event,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return submit(OperationFormActions.DISCARD, () -> useCases.discard(event, reason, caller), caller, once, visit);
    }

    @Requires("operations:act")
    @PostMapping("/retries/{job}/{item}/retry")
    ModelAndView retry(
            @PathVariable String job,
            @PathVariable String item,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return submit(OperationFormActions.RETRY, () -> useCases.retry(job, item, reason, caller), caller, once, visit);
    }

    @Requires("operations:act")
    @PostMapping("/clock/acknowledgement")
    ModelAndView acknowledge(@RequestParam String reason, Caller caller, Idempotent once, PageRequest visit) {
        return submit(
                OperationFormActions.ACKNOWLEDGE, () -> useCases.acknowledgeClock(reason, caller), caller, once, visit);
    }

    private ModelAndView submit(FormAction act, Runnable deed, Caller caller, Idempotent once, PageRequest visit) {
        return visit.submit(act, once, ADDRESS, deed, () -> show(caller, visit));
    }

    /** @param checkBadge null before the first check of all that is stored */
    record Model(
            ClockView clock,
            Badge clockBadge,
            TrialsView trials,
            List<Form> forms,
            List<JobRow> jobs,
            List<EventRow> events,
            long eventCount,
            List<ItemRow> items,
            long itemCount,
            @Nullable Badge checkBadge,
            List<OperatorAction> acts) {}

    private static Form acknowledgement(PageRequest visit) {
        return visit.form(OperationFormActions.ACKNOWLEDGE, ADDRESS + "/clock", Field.area("reason"));
    }

    private ModelAndView show(Caller caller, PageRequest visit) {
        var acting = caller.may("operations:act");
        var time = clock.view();
        var acknowledges = acting && !time.believed();
        var model = new Model(
                time,
                badge(time),
                trials.view(),
                acknowledges ? List.of(acknowledgement(visit)) : List.of(),
                jobs.views().stream()
                        .map(job -> new JobRow(job, badge(job.state())))
                        .toList(),
                parked.list(Optional.empty(), MOST).stream()
                        .map(event -> row(event, acting, visit))
                        .toList(),
                parked.count(),
                retries.list(Optional.empty(), MOST).stream()
                        .map(retry -> row(retry, acting, visit))
                        .toList(),
                retries.count(0),
                checks.newest().map(FsckPage::badge).orElse(null),
                acts.list(Optional.empty(), MOST));
        return visit.page("operation/operations", ADDRESS, model);
    }

    private static Badge badge(ClockView clock) {
        return CLOCK.badge(Objects.requireNonNullElse(clock.doubt(), "believed"));
    }

    private static Badge badge(JobView.State state) {
        var text = "job." + state;
        return switch (state) {
            case IDLE -> Badge.plain(text);
            case RUNNING -> Badge.good(text);
            case OVERLONG, FAILING -> Badge.bad(text);
            case LATE -> Badge.waits(text);
        };
    }

    private static EventRow row(ParkedEvent event, boolean acting, PageRequest visit) {
        var address = ADDRESS + "/parked-events/" + event.id();
        var forms = acting && !event.behind()
                ? List.of(
                        visit.form(OperationFormActions.RETRY, address, Field.line("reason")),
                        visit.form(OperationFormActions.DISCARD, address, Field.line("reason")))
                : List.<Form>of();
        return new EventRow(event, link(event), forms);
    }

    private static ItemRow row(Retry retry, boolean acting, PageRequest visit) {
        var address = ADDRESS + "/retries/" + retry.job() + "/" + retry.item();
        return new ItemRow(
                retry,
                acting ? List.of(visit.form(OperationFormActions.RETRY, address, Field.line("reason"))) : List.of());
    }

    /** Where what the event happened to can be read. */
    private static @Nullable String link(ParkedEvent event) {
        return switch (event.type()) {
            case "Trade", "Watch" -> "/trades/" + event.aggregate();
            case "Listing" -> "/listings/" + event.aggregate();
            case "Obligation" -> "/obligations/" + event.aggregate();
            case "Participant" -> "/participants/" + event.aggregate();
            case "Recall" -> "/recalls/" + event.aggregate();
            default -> null;
        };
    }
}
