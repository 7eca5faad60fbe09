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
import pujiang.app.obligation.ObligationMoves;
import pujiang.app.obligation.ObligationView;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.app.security.Caller;
import pujiang.obligation.Duty;
import pujiang.obligation.Evidence;
import pujiang.obligation.Obligation;
import pujiang.obligation.ObligationId;
import pujiang.web.idempotency.Once;
import pujiang.web.page.Badge;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.FormAction;
import pujiang.web.page.Happening;
import pujiang.web.page.PageController;
import pujiang.web.page.Visit;
import pujiang.web.security.Requires;

/** One obligation, and what its forms ask. Each form needs the permission of the request that a program would make. */
@PageController
@RequestMapping("/obligations/{obligation}")
class ObligationPage {

    private final ObligationMoves moves;
    private final HistoryReader history;
    private final ObligationWords words;
    private final ParkedEventBoard parked;

    ObligationPage(ObligationMoves moves, HistoryReader history, ObligationWords words, ParkedEventBoard parked) {
        this.moves = moves;
        this.history = history;
        this.words = words;
        this.parked = parked;
    }

    @Requires("obligation:read")
    @GetMapping
    ModelAndView read(@PathVariable ObligationId obligation, Caller caller, Visit visit) {
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
            Once once,
            Visit visit) {
        Runnable deed = () -> moves.prove(
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
            Once once,
            Visit visit) {
        Runnable deed = () -> moves.accept(obligation, version, ground, caller);
        return act(ObligationFormActions.DISCHARGE, obligation, deed, caller, once, visit);
    }

    @Requires("review:decide")
    @PostMapping("/rejection")
    ModelAndView reject(
            @PathVariable ObligationId obligation,
            @RequestParam long version,
            @RequestParam String reason,
            Caller caller,
            Once once,
            Visit visit) {
        Runnable deed = () -> moves.reject(obligation, version, reason, caller);
        return act(ObligationFormActions.REJECT, obligation, deed, caller, once, visit);
    }

    private ModelAndView act(
            FormAction act, ObligationId obligation, Runnable deed, Caller caller, Once once, Visit visit) {
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
            List<Happening> events) {

        public Duty duty() {
            return obligation.duty();
        }
    }

    private ModelAndView show(ObligationId id, Caller caller, Visit visit) {
        var obligation = moves.visible(id, caller);
        var events = history.events(Obligation.class, id.value(), obligation.eyes(caller));
        var model = new Model(
                obligation,
                ObligationWords.badge(obligation),
                words.title(obligation),
                words.concern(obligation),
                words.bearer(obligation),
                parked.awaits(id),
                forms(obligation, caller, visit),
                events.stream().map(ObligationTexts::of).toList());
        return visit.page("obligation/obligation", ObligationWords.address(obligation), model);
    }

    private List<Form> forms(ObligationView obligation, Caller caller, Visit visit) {
        var address = ObligationWords.address(obligation);
        var forms = new ArrayList<Form>();
        if (obligation.isOwed() && caller.may("obligation:prove") && moves.owes(obligation, caller)) {
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
