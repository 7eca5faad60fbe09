package pujiang.app.rulebook;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.decision.Audience;
import pujiang.app.decision.DecisionView;
import pujiang.app.explanation.RuleView;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.trial.Trials;
import pujiang.compliance.Decision;
import pujiang.compliance.ProposedExchange;
import pujiang.law.LawInForce;
import pujiang.law.LawReview;
import pujiang.refusal.Refused;
import pujiang.rulebook.DraftId;

/** The single decisions of a report, each explained by both rule books side by side. */
@Component
public class Flips {

    private final Replays replays;
    private final ReplayCaseBoard cases;
    private final PastDecisions past;
    private final LawInForce law;
    private final RuleBookBoard books;
    private final Trials trials;

    Flips(
            Replays replays,
            ReplayCaseBoard cases,
            PastDecisions past,
            LawInForce law,
            RuleBookBoard books,
            Trials trials) {
        this.replays = replays;
        this.cases = cases;
        this.past = past;
        this.law = law;
        this.books = books;
        this.trials = trials;
    }

    /**
     * A changed decision in detail.
     *
     * @param was as it was recorded
     * @param now as the draft decides it
     * @param rules that fire in one of both books
     * @param explained whether the recorded decision's rule book is still there to explain it
     */
    public record SideBySide(
            FlipView flip, DecisionView was, DecisionView now, List<BothSides> rules, boolean explained) {}

    /** One rule: every evaluated variant; empty where a book does not have it, or is no longer stored. */
    public record BothSides(String rule, List<RuleView> was, List<RuleView> now) {}

    /** @param after the number of the last one before */
    public List<FlipView> list(DraftId draft, long after, int most) {
        return cases.list(replays.finished(draft).replay().id(), ReplayCaseBoard.FLIP, after, most, FlipView.class);
    }

    public List<UnaskedView> unasked(DraftId draft, long after, int most) {
        return cases.list(
                replays.finished(draft).replay().id(), ReplayCaseBoard.UNASKED, after, most, UnaskedView.class);
    }

    /** @param number as written; text that is not a number identifies no changed decision */
    public SideBySide open(DraftId draft, String number) {
        var replay = replays.finished(draft).replay();
        var flip = cases.flip(replay.id(), number(number)).orElseThrow(() -> new Refused(new NotFound()));
        var recorded =
                past.find(flip.kind(), flip.subject(), flip.event()).orElseThrow(() -> new Refused(new NotFound()));
        var question = new ProposedExchange(recorded.gate(), recorded.on(), recorded.facts());
        var now = trials.explain(replay.book(), () -> texts(replay.book()), question, recorded.sources());
        var before = law.find(recorded.ruleBook()).orElse(null);
        return new SideBySide(
                flip,
                DecisionView.whole(recorded),
                DecisionView.whole(now.decision()),
                both(told(before, question, recorded), now.rules()),
                before != null);
    }

    private Map<String, String> texts(String book) {
        return books.texts(book).orElseThrow(() -> new Refused(new NotFound()));
    }

    private static long number(String text) {
        if (text.matches("[1-9][0-9]{0,17}")) return Long.parseLong(text);
        throw new Refused(new NotFound());
    }

    private static List<RuleView> told(@Nullable LawReview book, ProposedExchange question, Decision decision) {
        return book == null
                ? List.of()
                : book.explain(question).stream()
                        .map(one -> RuleView.of(decision, one, Audience.STAFF))
                        .toList();
    }

    /** Rules that stay silent on both sides are no part of the difference. */
    private static List<BothSides> both(List<RuleView> was, List<RuleView> now) {
        var speaking = new TreeSet<String>();
        List.of(was, now)
                .forEach(side ->
                        side.stream().filter(rule -> rule.effect() != null).forEach(rule -> speaking.add(rule.rule())));
        Function<List<RuleView>, Function<String, List<RuleView>>> named = side ->
                id -> side.stream().filter(rule -> rule.rule().equals(id)).toList();
        return speaking.stream()
                .map(id -> new BothSides(
                        id, named.apply(was).apply(id), named.apply(now).apply(id)))
                .toList();
    }
}
