package pujiang.web.trade;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.decision.Audience;
import pujiang.app.decision.DecisionView;
import pujiang.app.trade.ExceptionBoard;
import pujiang.app.trade.TradeHistory;
import pujiang.app.trade.TradeHistory.Answered;
import pujiang.app.trade.TradeView;
import pujiang.compliance.Clearance;
import pujiang.compliance.Decision;
import pujiang.compliance.Outcome;
import pujiang.compliance.Verdict;
import pujiang.trade.TradeEvent;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.web.decision.DecisionBadges;
import pujiang.web.decision.DecisionSummary;
import pujiang.web.page.Badge;
import pujiang.web.page.Panel;

/** What the law has said of a trade, and what officers made of it: an answer that was settled is not told as if it waited. */
@Component
final class AnswersPanel implements TradePanel {

    private final TradeHistory history;
    private final ExceptionBoard exceptions;

    AnswersPanel(TradeHistory history, ExceptionBoard exceptions) {
        this.history = history;
        this.exceptions = exceptions;
    }

    /**
     * What stands in the way now.
     *
     * @param waivers exceptions that do not reach it
     * @param pressing null where nothing stands in the way
     */
    record Pressing(List<Elsewhere> waivers, @Nullable DecisionSummary pressing) {}

    /** The newest first. */
    record Earlier(List<DecisionSummary> decisions) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        var trade = reading.trade();
        var waits = TradeForms.held(trade);
        var answers = history.answers(trade.id());
        var newestFirst = judgements(trade, answers, trade.reader(reading.caller()), waits)
                .reversed();
        var newest = answers.getLast();
        var presses = stands(newest.decision()) && !isLifted(newest.event());
        var today = reading.visit().reader().today();
        var now = new Pressing(
                waits ? elsewhere(trade, newest.decision(), today) : List.of(),
                presses ? newestFirst.getFirst() : null);
        var earlier = new Earlier(presses ? newestFirst.subList(1, newestFirst.size()) : newestFirst);
        return List.of(
                new Panel(NEXT + 10, "trade/pressing-panel", now),
                new Panel(DECISIONS, "trade/decisions-panel", earlier));
    }

    private static boolean stands(Decision decision) {
        return !decision.findings().isEmpty() || !decision.missing().isEmpty();
    }

    /** Of several answers on the same matter the last, which tells what came of it. */
    private static List<DecisionSummary> judgements(
            TradeView trade, List<Answered> answers, Audience reader, boolean waits) {
        var last = new HashMap<String, Integer>();
        for (int i = 0; i < answers.size(); i++) last.put(matter(answers.get(i).decision()), i);
        var judgements = new ArrayList<DecisionSummary>();
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            if (last.getOrDefault(matter(answer.decision()), i) != i) continue;
            var open = waits && i == answers.size() - 1;
            var explained = "/trades/%s/decisions/%d".formatted(trade.id(), i + 1);
            var told = DecisionView.of(answer.decision(), reader);
            judgements.add(DecisionSummary.of(told, explained, badge(answer, open), isLifted(answer.event())));
        }
        return judgements;
    }

    private static String matter(Decision decision) {
        return decision.gate() + " " + decision.matter();
    }

    private static Badge badge(Answered answer, boolean open) {
        if (isLifted(answer.event())) return DecisionBadges.LIFTED;
        var verdict = answer.decision().verdict();
        var past = verdict == Verdict.REQUIRE_REVIEW && !open;
        return past ? DecisionBadges.REVIEWED : DecisionBadges.of(verdict);
    }

    private static boolean isLifted(TradeEvent event) {
        var clearance = clearance(event);
        return clearance != null && clearance.lifting().isPresent();
    }

    private static @Nullable Clearance clearance(TradeEvent event) {
        if (event instanceof TradeAgreed agreed) return agreed.clearance();
        return event instanceof DeliveryMade made ? made.clearance() : null;
    }

    /**
     * An exception that was granted, and does not reach what the trade waits for.
     *
     * @param rules that it lets pass
     * @param asked rules that ask for an officer now
     */
    record Elsewhere(LocalDate until, String rules, String asked) {}

    private List<Elsewhere> elsewhere(TradeView trade, Decision now, LocalDate today) {
        return exceptions.reaching(trade.id(), trade.agreement()).stream()
                .map(granted -> granted.waiver())
                .filter(waiver -> !today.isAfter(waiver.until()))
                .map(waiver -> new Elsewhere(
                        waiver.until(), String.join(", ", waiver.rules()), String.join(", ", asking(now))))
                .toList();
    }

    private static List<String> asking(Decision decision) {
        return decision.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.REQUIRE_REVIEW)
                .map(finding -> finding.rule())
                .distinct()
                .sorted()
                .toList();
    }
}
