package pujiang.web.page;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.decision.Which;
import pujiang.app.explanation.Explanations;
import pujiang.app.explanation.RecordedDecisions;
import pujiang.app.security.Caller;
import pujiang.trade.TradeId;
import pujiang.web.security.Requires;

/** One decision on a trade, and how it would fall on another day. */
@Controller
@RequestMapping("/trades/{trade}/decisions/{which}")
class TradeDecisionPage {

    private final RecordedDecisions decisions;
    private final Explanations explanations;

    TradeDecisionPage(RecordedDecisions decisions, Explanations explanations) {
        this.decisions = decisions;
        this.explanations = explanations;
    }

    @Requires("trade:read")
    @GetMapping
    ModelAndView read(@PathVariable TradeId trade, @PathVariable Which which, Caller caller, Visit visit) {
        var told = explanations.explain(decisions.of(trade, which, caller), caller);
        return DecisionSheet.show("trades", trade, which, told, caller, visit);
    }

    @Requires("decision:examine")
    @GetMapping("/rehearing")
    ModelAndView rehear(
            @PathVariable TradeId trade,
            @PathVariable Which which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller,
            Visit visit) {
        var told = explanations.rehear(decisions.of(trade, which, caller), law, facts, caller);
        return DecisionSheet.show("trades", trade, which, told, caller, visit);
    }
}
