package pujiang.web.participant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.explanation.RecordedDecisions;
import pujiang.app.history.HistoryAudience;
import pujiang.app.history.HistoryReader;
import pujiang.app.listing.ListingStops;
import pujiang.app.paging.Paging;
import pujiang.app.participant.ParticipantUseCases;
import pujiang.app.participant.ParticipantView;
import pujiang.app.security.Caller;
import pujiang.compliance.AssessmentId;
import pujiang.participant.Participant;
import pujiang.participant.ParticipantCommand.RejectParticipant;
import pujiang.participant.ParticipantCommand.VerifyParticipant;
import pujiang.participant.ParticipantId;
import pujiang.web.decision.DecisionSummary;
import pujiang.web.decision.StatedFact;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Badge;
import pujiang.web.page.Form;
import pujiang.web.page.FormAction;
import pujiang.web.page.Listed;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.page.StateFilter;
import pujiang.web.page.TimelineEntry;
import pujiang.web.security.Requires;
import pujiang.web.stop.StopView;

/** Participants and their files: all for the exchange's own people, its own for a participant. */
@PageController
@RequestMapping("/participants")
class ParticipantPage {

    private static final List<String> STATES =
            List.of("applied", "active", "suspended", "refused", "rejected", "lapsed");

    private final ParticipantUseCases useCases;
    private final HistoryReader history;
    private final RecordedDecisions decisions;

    ParticipantPage(ParticipantUseCases useCases, HistoryReader history, RecordedDecisions decisions) {
        this.useCases = useCases;
        this.history = history;
        this.decisions = decisions;
    }

    record Row(ParticipantView participant, Badge badge) {}

    record Files(Listed<Row> list, StateFilter filter) {}

    /** @param facts what the participant has stated of itself */
    record File(
            ParticipantView participant,
            Badge badge,
            List<StatedFact> facts,
            List<StopView> stops,
            List<Form> forms,
            List<DecisionSummary> decisions,
            List<TimelineEntry> events) {}

    @Requires("participant:read")
    @GetMapping
    ModelAndView list(@RequestParam @Nullable String state, Paging paging, Caller caller, PageRequest visit) {
        var chosen = state != null && STATES.contains(state) ? state : null;
        var after = paging.after().map(List::getFirst).orElse("");
        var page = paging.page(
                useCases.list(chosen, after, paging.rowsToRead(), caller),
                view -> List.of(view.id().value()));
        var rows = visit.listed(page, paging, view -> new Row(view, ParticipantForms.badge(view)));
        var model = new Files(rows, StateFilter.of(STATES, chosen));
        return visit.page("participant/participants", "/participants", model);
    }

    @Requires("participant:read")
    @GetMapping("/{participant}")
    ModelAndView read(@PathVariable ParticipantId participant, Caller caller, PageRequest visit) {
        return show(participant, caller, visit);
    }

    @Requires("participant:verify")
    @PostMapping("/{participant}/verification")
    ModelAndView verify(
            @PathVariable ParticipantId participant,
            @RequestParam long version,
            @RequestParam String evidence,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.act(new VerifyParticipant(participant, version, evidence), caller);
        return act(ParticipantFormActions.VERIFY, participant, deed, caller, once, visit);
    }

    @Requires("participant:verify")
    @PostMapping("/{participant}/rejection")
    ModelAndView reject(
            @PathVariable ParticipantId participant,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.act(new RejectParticipant(participant, reason), caller);
        return act(ParticipantFormActions.REJECT, participant, deed, caller, once, visit);
    }

    @Requires("participant:suspend")
    @PostMapping("/{participant}/suspension")
    ModelAndView suspend(
            @PathVariable ParticipantId participant,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.suspend(participant, reason, caller);
        return act(ParticipantFormActions.SUSPEND, participant, deed, caller, once, visit);
    }

    @Requires("participant:suspend")
    @PostMapping("/{participant}/reinstatement")
    ModelAndView reinstate(
            @PathVariable ParticipantId participant,
            @RequestParam String reason,
            @RequestParam(required = false) @Nullable AssessmentId assessment,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.reinstate(participant, reason, assessment, caller);
        return act(ParticipantFormActions.REINSTATE, participant, deed, caller, once, visit);
    }

    private List<DecisionSummary> decisions(ParticipantView participant, Caller caller) {
        var explained = "/participants/" + participant.id() + "/decisions/";
        var waits = participant.state().equals("applied") || participant.state().equals("held");
        var passed = !waits && !participant.state().equals("rejected");
        return decisions.all(participant.id(), caller).stream()
                .map(decision -> DecisionSummary.of(decision, explained + decision.digest(), waits, passed))
                .toList();
    }

    private ModelAndView act(
            FormAction act,
            ParticipantId participant,
            Runnable deed,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return visit.submit(act, once, "/participants/" + participant, deed, () -> show(participant, caller, visit));
    }

    private ModelAndView show(ParticipantId id, Caller caller, PageRequest visit) {
        var participant = useCases.seen(id, caller);
        var events = history.events(Participant.class, id.value(), HistoryAudience.ofOwner(caller));
        var model = new File(
                participant,
                ParticipantForms.badge(participant),
                StatedFact.of(participant.statement()),
                StopView.of(ListingStops.all(participant), true),
                ParticipantForms.of(participant, caller, visit),
                decisions(participant, caller),
                events.stream().map(ParticipantTexts::of).toList());
        return visit.page("participant/participant", ParticipantForms.address(participant), model);
    }
}
