package pujiang.web.obligation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.history.HistoryReader;
import pujiang.app.obligation.ObligationBoard;
import pujiang.app.obligation.ObligationUseCases;
import pujiang.app.obligation.ObligationView;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.app.security.Caller;
import pujiang.obligation.Duty;
import pujiang.obligation.Evidence;
import pujiang.obligation.Obligation;
import pujiang.obligation.ObligationId;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Badge;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.FormAction;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.page.TimelineEntry;
import pujiang.web.security.Requires;

/** One obligation with its forms. Each form needs the permission of the request that a program would make. */
@PageController
@RequestMapping("/obligations/{obligation}")
class ObligationPage {

    private final ObligationUseCases useCases;
    private final HistoryReader history;
    private final ObligationLabels words;
    private final ParkedEventBoard parked;

    ObligationPage(
            ObligationUseCases useCases, HistoryReader history, ObligationLabels words, ParkedEventBoard parked) {
        this.useCases = useCases;
        this.history = history;
        this.words = words;
        this.parked = parked;
    }

    @Requires("obligation:read")
    @GetMapping
    ModelAndView read(@PathVariable ObligationId obligation, Caller caller, PageRequest visit) {
        return show(obligation, caller, visit);
    }

    /** @param sha256 of a file that was uploaded before; empty if there is none */
    @Requires("obligation:prove")
    @PostMapping("/proof")
    ModelAndView prove(
            @PathVariable ObligationId obligation,
            @RequestParam String statement,
            @RequestParam @Nullable String sha256,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.prove(
                obligation, new Evidence(statement, sha256 == null || sha256.isBlank() ? null : sha256), caller);
        return act(ObligationFormActions.PROVE, obligation, deed, caller, once, visit);
    }

    @Requires("review:decide")
    @PostMapping("/discharge")
    ModelAndView discharge(
            @PathVariable ObligationId obligation,
            @RequestParam long version,
            @RequestParam String ground,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.accept(obligation, version, ground, caller);
        return act(ObligationFormActions.DISCHARGE, obligation, deed, caller, once, visit);
    }

    @Requires("review:decide")
    @PostMapping("/rejection")
    ModelAndView reject(
            @PathVariable ObligationId obligation,
            @RequestParam long version,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.reject(obligation, version, reason, caller);
        return act(ObligationFormActions.REJECT, obligation, deed, caller, once, visit);
    }

    private ModelAndView act(
            FormAction act, ObligationId obligation, Runnable deed, Caller caller, Idempotent once, PageRequest visit) {
        return visit.submit(act, once, "/obligations/" + obligation, deed, () -> show(obligation, caller, visit));
    }

    /**
     * @param concern empty where it is about nothing in particular
     * @param bearer null for the exchange itself
     * @param awaits whether an event waits that may change it
     */
    record Model(
            ObligationView obligation,
            Badge badge,
            String title,
            String concern,
            @Nullable String bearer,
            boolean awaits,
            List<Form> forms,
            List<TimelineEntry> events) {

        public Duty duty() {
            return obligation.duty();
        }
    }

    private ModelAndView show(ObligationId id, Caller caller, PageRequest visit) {
        var obligation = useCases.visible(id, caller);
        var events = history.events(Obligation.class, id.value(), obligation.eyes(caller));
        var model = new Model(
                obligation,
                ObligationLabels.badge(obligation),
                words.title(obligation),
                words.concern(obligation),
                words.bearer(obligation),
                parked.awaits(id),
                forms(obligation, caller, visit),
                events.stream().map(ObligationTexts::of).toList());
        return visit.page("obligation/obligation", ObligationLabels.address(obligation), model);
    }

    private List<Form> forms(ObligationView obligation, Caller caller, PageRequest visit) {
        var address = ObligationLabels.address(obligation);
        var forms = new ArrayList<Form>();
        if (obligation.isOwed() && caller.may("obligation:prove") && useCases.owes(obligation, caller)) {
            forms.add(visit.form(ObligationFormActions.PROVE, address, Field.area("statement")));
        }
        if (obligation.state().equals(ObligationBoard.PROVEN) && caller.may("review:decide")) {
            var read = Field.hidden("version", obligation.version());
            forms.add(visit.form(ObligationFormActions.DISCHARGE, address, read, Field.area("ground")));
            forms.add(visit.form(ObligationFormActions.REJECT, address, read, Field.area("reason")));
        }
        return forms;
    }
}
