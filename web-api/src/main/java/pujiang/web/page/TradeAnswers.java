package pujiang.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** What the law has said of a trade, and what officers made of it: an answer that was settled is not told as if it waited. */
@Component
class TradeAnswers {

    private final TradeHistory history;
    private final ExceptionBoard exceptions;

    TradeAnswers(TradeHistory history, ExceptionBoard exceptions) {
        this.history = history;
        this.exceptions = exceptions;
    }

    /** The newest first; one that stands in the way stands before everything else. */
    void of(TradeView trade, Audience reader, boolean waits, LocalDate today, Map<String, Object> model) {
        var answers = history.answers(trade.id());
        var newestFirst = judgements(trade, answers, reader, waits).reversed();
        var newest = answers.getLast();
        var stands = !newest.decision().findings().isEmpty()
                || !newest.decision().missing().isEmpty();
        if (stands && !isLifted(newest.event())) {
            model.put("pressing", newestFirst.getFirst());
            model.put("decisions", newestFirst.subList(1, newestFirst.size()));
        } else {
            model.put("decisions", newestFirst);
        }
        model.put("waivers", waits ? elsewhere(trade, newest.decision(), today) : List.of());
    }

    /** Of several answers on the same matter the last, which tells what came of it. */
    private static List<Judgement> judgements(TradeView trade, List<Answered> answers, Audience reader, boolean waits) {
        var last = new HashMap<String, Integer>();
        for (int i = 0; i < answers.size(); i++) last.put(matter(answers.get(i).decision()), i);
        var judgements = new ArrayList<Judgement>();
        for (int i = 0; i < answers.size(); i++) {
            var answer = answers.get(i);
            if (last.getOrDefault(matter(answer.decision()), i) != i) continue;
            var open = waits && i == answers.size() - 1;
            var explained = "/trades/%s/decisions/%d".formatted(trade.id(), i + 1);
            var told = DecisionView.of(answer.decision(), reader);
            judgements.add(Judgement.of(told, explained, badge(answer, open), isLifted(answer.event())));
        }
        return judgements;
    }

    private static String matter(Decision decision) {
        return decision.gate() + " " + decision.matter();
    }

    private static Badge badge(Answered answer, boolean open) {
        if (isLifted(answer.event())) return Badge.LIFTED;
        var verdict = answer.decision().verdict();
        var past = verdict == Verdict.REQUIRE_REVIEW && !open;
        return past ? Badge.REVIEWED : Badge.of(verdict);
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
