package pujiang.web.recall;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.recall.RecallBoard;
import pujiang.app.recall.RecallUseCases;
import pujiang.app.recall.RecallView;
import pujiang.app.security.Caller;
import pujiang.recall.Measure;
import pujiang.recall.RecallId;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Badge;
import pujiang.web.page.Badges;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.FormAction;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.product.DisplayNames;
import pujiang.web.security.Requires;

/** One recall: its plan, and the measures taken. */
@PageController
@RequestMapping("/recalls/{recall}")
class RecallPage {

    private static final Badges STATES =
            Badges.of("state.").waits("staged", "confirmed").good("completed").plain("dropped");

    private final RecallUseCases useCases;
    private final DisplayNames displayNames;

    RecallPage(RecallUseCases useCases, DisplayNames displayNames) {
        this.useCases = useCases;
        this.displayNames = displayNames;
    }

    /**
     * One measure in the table.
     *
     * @param link where the thing can be looked at; null where it has no page
     * @param on what it is done to
     * @param who must do something; null where the exchange does it
     */
    record Line(RecallView.Step step, @Nullable String link, String on, @Nullable String who) {}

    @Requires("recall:read")
    @GetMapping
    ModelAndView read(@PathVariable RecallId recall, Caller caller, PageRequest visit) {
        return show(recall, caller, visit);
    }

    @Requires("review:decide")
    @PostMapping("/plan")
    ModelAndView stage(@PathVariable RecallId recall, Caller caller, Idempotent once, PageRequest visit) {
        return act(RecallFormActions.STAGE, recall, () -> useCases.stage(recall, caller), caller, once, visit);
    }

    @Requires("review:decide")
    @PostMapping("/confirmation")
    ModelAndView confirm(
            @PathVariable RecallId recall,
            @RequestParam String plan,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return act(
                RecallFormActions.CONFIRM, recall, () -> useCases.confirm(recall, plan, caller), caller, once, visit);
    }

    @Requires("review:decide")
    @PostMapping("/withdrawal")
    ModelAndView drop(
            @PathVariable RecallId recall,
            @RequestParam String reason,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        return act(RecallFormActions.DROP, recall, () -> useCases.drop(recall, reason, caller), caller, once, visit);
    }

    private ModelAndView act(
            FormAction act, RecallId recall, Runnable deed, Caller caller, Idempotent once, PageRequest visit) {
        return visit.submit(act, once, "/recalls/" + recall, deed, () -> show(recall, caller, visit));
    }

    /** @param exports whether the reader may save it as a file */
    record Model(RecallView recall, Badge badge, String subject, List<Line> lines, List<Form> forms, boolean exports) {}

    private ModelAndView show(RecallId id, Caller caller, PageRequest visit) {
        var recall = useCases.visible(id, caller);
        var model = new Model(
                recall,
                badge(recall),
                recall.occurrence().subject(),
                recall.measures().stream().map(this::line).toList(),
                forms(recall, caller, visit),
                caller.may("decision:examine"));
        return visit.page("recall/recall", address(recall), model);
    }

    private Line line(RecallView.Step step) {
        var measure = step.measure();
        return new Line(step, link(measure), on(measure), who(measure));
    }

    private static @Nullable String link(Measure measure) {
        if (measure.trade() != null) return "/trades/" + measure.trade();
        if (measure.listing() != null) return "/listings/" + measure.listing();
        return measure.participant() == null ? null : "/participants/" + measure.participant();
    }

    private String on(Measure measure) {
        return measure.product() == null ? "" : displayNames.of(measure.product());
    }

    private @Nullable String who(Measure measure) {
        return measure.participant() == null ? null : displayNames.of(measure.participant());
    }

    private static List<Form> forms(RecallView recall, Caller caller, PageRequest visit) {
        var forms = new ArrayList<Form>();
        if (!caller.may("review:decide") || !recall.state().equals(RecallBoard.STAGED)) return forms;
        if (recall.plan() != null) {
            forms.add(visit.form(RecallFormActions.CONFIRM, address(recall), Field.hidden("plan", recall.plan())));
        }
        forms.add(visit.form(RecallFormActions.STAGE, address(recall)));
        forms.add(visit.form(RecallFormActions.DROP, address(recall), Field.area("reason")));
        return forms;
    }

    static Badge badge(RecallView recall) {
        return STATES.badge(recall.state());
    }

    static String address(RecallView recall) {
        return "/recalls/" + recall.id();
    }
}
