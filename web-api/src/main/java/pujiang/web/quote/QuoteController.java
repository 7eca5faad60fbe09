package pujiang.web.quote;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.decision.Audience;
import pujiang.app.decision.DecisionView;
import pujiang.app.quote.MissingFact;
import pujiang.app.security.Caller;
import pujiang.app.trade.Purchasing;
import pujiang.settlement.FeeSchedule;
import pujiang.trade.TradeRefusal;
import pujiang.web.problem.Problem;
import pujiang.web.problem.ProblemAnswers;
import pujiang.web.security.Requires;

/** Quotes (报价). */
@RestController
class QuoteController {

    private final Purchasing purchasing;
    private final FeeSchedule fees;
    private final ProblemAnswers problems;

    QuoteController(Purchasing purchasing, FeeSchedule fees, ProblemAnswers problems) {
        this.purchasing = purchasing;
        this.fees = fees;
        this.problems = problems;
    }

    @Operation(
            operationId = "getQuote",
            summary = "Ask for a quote",
            description =
                    "The price, the fees and the decision that an order would get now. Nothing is stored, so that the"
                            + " request is safe to repeat and needs no Idempotency-Key.")
    @Requires("trade:quote")
    @PostMapping("/api/v1/quotes")
    Quote quote(@RequestBody QuoteRequest wanted, Caller caller, HttpServletRequest request) {
        var prospect = purchasing.prospect(caller.own(), wanted.listing(), wanted.use());
        return new Quote(
                prospect.listing().id(),
                prospect.listing().revision(),
                prospect.mayOrder(),
                prospect.objection().map(objection -> told(objection, request)).orElse(null),
                DecisionView.of(prospect.law(), Audience.of(caller, prospect.proposed())),
                MissingFact.in(prospect.law()),
                prospect.proposed().terms(),
                price(prospect));
    }

    private Problem told(TradeRefusal objection, HttpServletRequest request) {
        return problems.problem(objection, request);
    }

    private Quote.Price price(Purchasing.Prospect prospect) {
        var proposed = prospect.proposed();
        var payout = fees.divide(proposed.price(), proposed.concluded());
        return new Quote.Price(proposed.price(), payout.rate(), payout.rateSince(), "VENDOR");
    }
}
