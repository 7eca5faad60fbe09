package pujiang.web.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.paging.Paging;
import pujiang.app.rulebook.Activations;
import pujiang.app.rulebook.FlipView;
import pujiang.app.rulebook.Flips;
import pujiang.app.rulebook.Flips.SideBySide;
import pujiang.app.rulebook.ReplayReport.Count;
import pujiang.app.rulebook.ReplayReport.Party;
import pujiang.app.rulebook.ReplayView;
import pujiang.app.rulebook.Replays;
import pujiang.app.rulebook.ReportView;
import pujiang.app.rulebook.RuleDraftView;
import pujiang.app.rulebook.RuleDrafts;
import pujiang.app.rulebook.UnaskedView;
import pujiang.app.security.Caller;
import pujiang.participant.ParticipantId;
import pujiang.rulebook.DraftId;
import pujiang.web.decision.DecisionBadges;
import pujiang.web.explanation.ShownRule;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Badge;
import pujiang.web.page.Badges;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.Listed;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.product.DisplayNames;
import pujiang.web.security.Requires;

/** One draft: what is wrong with it, what it changes, what it would have done, and the button of the second person. */
@PageController
@RequestMapping("/rule-drafts/{draft}")
class RuleDraftPage {

    private static final int MOST_UNASKED = 50;

    private static final Badges STATES =
            Badges.of("draft.").good("in-force").bad("faulty").waits("sound");

    private final RuleDrafts drafts;
    private final Replays replays;
    private final Flips flips;
    private final Activations activations;
    private final DisplayNames displayNames;

    RuleDraftPage(RuleDrafts drafts, Replays replays, Flips flips, Activations activations, DisplayNames displayNames) {
        this.drafts = drafts;
        this.replays = replays;
        this.flips = flips;
        this.activations = activations;
        this.displayNames = displayNames;
    }

    @Requires("decision:examine")
    @GetMapping
    ModelAndView read(@PathVariable DraftId draft, Paging paging, Caller caller, PageRequest visit) {
        return show(draft, paging, caller, visit);
    }

    @Requires("law:draft")
    @PostMapping("/replays")
    ModelAndView replay(@PathVariable DraftId draft, Paging paging, Caller caller, Idempotent once, PageRequest visit) {
        Runnable deed = () -> replays.start(draft, caller);
        return visit.submit(
                RuleBookFormActions.REPLAY, once, address(draft), deed, () -> show(draft, paging, caller, visit));
    }

    @Requires("law:activate")
    @PostMapping("/activation")
    ModelAndView activate(
            @PathVariable DraftId draft,
            @RequestParam String report,
            Paging paging,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        activations.prepare(draft, report, caller);
        Runnable deed = () -> activations.activate(draft, report, caller);
        return visit.submit(
                RuleBookFormActions.ACTIVATE, once, address(draft), deed, () -> show(draft, paging, caller, visit));
    }

    /** @param vendor what people call it, as the buyer; null where nobody is concerned */
    record Row(FlipView flip, Badge was, Badge now, @Nullable String vendor, @Nullable String buyer) {}

    record Counted(Count count, Badge was, Badge now) {

        static Counted of(Count count) {
            return new Counted(count, DecisionBadges.of(count.was()), DecisionBadges.of(count.now()));
        }
    }

    record Concerned(Party party, String name) {}

    /**
     * @param wrote whether the reader is one of its authors
     * @param replay the newest; null where there was none
     * @param report null before a replay has ended
     */
    record Model(
            RuleDraftView draft,
            Badge badge,
            boolean wrote,
            @Nullable ReplayView replay,
            @Nullable Report report,
            List<Form> forms) {}

    /** What the draft would have changed. */
    record Report(
            ReportView view,
            List<Counted> counts,
            Listed<Row> flips,
            List<UnaskedView> unasked,
            List<Concerned> concerned) {}

    private ModelAndView show(DraftId id, Paging paging, Caller caller, PageRequest visit) {
        var draft = drafts.view(id);
        var replay = replays.newest(id).orElse(null);
        var report = replays.report(id).orElse(null);
        var model = new Model(
                draft,
                badge(draft),
                draft.authors().contains(caller.username()),
                replay,
                report == null ? null : report(id, report, paging, visit),
                forms(draft, replay, report, caller, visit));
        return visit.page("rulebook/rule-draft", address(id), model);
    }

    private Report report(DraftId id, ReportView report, Paging paging, PageRequest visit) {
        long after = paging.after().map(place -> Long.valueOf(place.getFirst())).orElse(0L);
        var page =
                paging.page(flips.list(id, after, paging.rowsToRead()), flip -> List.of(String.valueOf(flip.number())));
        return new Report(
                report,
                report.report().counts().stream().map(Counted::of).toList(),
                visit.listed(page, paging, this::row),
                flips.unasked(id, 0, MOST_UNASKED),
                report.report().most().stream()
                        .map(party -> new Concerned(party, displayNames.of(party.participant())))
                        .toList());
    }

    private Row row(FlipView flip) {
        return new Row(
                flip,
                DecisionBadges.of(flip.was()),
                DecisionBadges.of(flip.now()),
                name(flip.vendor()),
                name(flip.buyer()));
    }

    private @Nullable String name(@Nullable ParticipantId participant) {
        return participant == null ? null : displayNames.of(participant);
    }

    private static List<Form> forms(
            RuleDraftView draft,
            @Nullable ReplayView replay,
            @Nullable ReportView report,
            Caller caller,
            PageRequest visit) {
        var forms = new ArrayList<Form>();
        if (!draft.faults().isEmpty() || draft.inForce()) return forms;
        var runs = replay != null && replay.state() == ReplayView.State.RUNNING;
        if (caller.may("law:draft") && !runs) forms.add(visit.form(RuleBookFormActions.REPLAY, address(draft.id())));
        if (report != null
                && report.suffices()
                && caller.may("law:activate")
                && !draft.authors().contains(caller.username())) {
            forms.add(visit.form(
                    RuleBookFormActions.ACTIVATE, address(draft.id()), Field.hidden("report", report.digest())));
        }
        return forms;
    }

    record Flip(DraftId draft, Row row, SideBySide opened, List<Pair> pairs) {}

    /** One rule on both sides. */
    record Pair(String rule, Side was, Side now) {}

    record Side(List<ShownRule> rules) {}

    @Requires("decision:examine")
    @GetMapping("/flips/{number}")
    ModelAndView flip(@PathVariable DraftId draft, @PathVariable String number, PageRequest visit) {
        var opened = flips.open(draft, number);
        var model = new Flip(
                draft,
                row(opened.flip()),
                opened,
                opened.rules().stream()
                        .map(both -> new Pair(
                                both.rule(),
                                new Side(both.was().stream().map(ShownRule::of).toList()),
                                new Side(both.now().stream().map(ShownRule::of).toList())))
                        .toList());
        return visit.page(
                "rulebook/flip", address(draft) + "/flips/" + opened.flip().number(), model);
    }

    static Badge badge(RuleDraftView draft) {
        if (draft.inForce()) return STATES.badge("in-force");
        return STATES.badge(draft.faults().isEmpty() ? "sound" : "faulty");
    }

    static String address(DraftId draft) {
        return "/rule-drafts/" + draft;
    }
}
