package pujiang.web.explanation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.decision.DecisionRef;
import pujiang.app.explanation.Explanations;
import pujiang.app.explanation.RecordedDecision;
import pujiang.app.explanation.RecordedDecisions;
import pujiang.app.security.Caller;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.trade.TradeId;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.security.Requires;

/** One decision on a trade, a listing or an admission, and how it would fall on another day. */
@PageController
class DecisionPage {

    private static final String OF_TRADE = "/trades/{trade}/decisions/{which}";
    private static final String OF_LISTING = "/listings/{listing}/decisions/{which}";
    private static final String OF_PARTICIPANT = "/participants/{participant}/decisions/{which}";
    private static final String REHEARING = "/rehearing";

    private final RecordedDecisions decisions;
    private final Explanations explanations;

    DecisionPage(RecordedDecisions decisions, Explanations explanations) {
        this.decisions = decisions;
        this.explanations = explanations;
    }

    @Requires("trade:read")
    @GetMapping(OF_TRADE)
    ModelAndView read(@PathVariable TradeId trade, @PathVariable DecisionRef which, Caller caller, PageRequest visit) {
        return read("trades", trade, which, decisions.of(trade, which, caller), caller, visit);
    }

    @Requires("listing:read")
    @GetMapping(OF_LISTING)
    ModelAndView read(
            @PathVariable ListingId listing, @PathVariable DecisionRef which, Caller caller, PageRequest visit) {
        return read("listings", listing, which, decisions.of(listing, which, caller), caller, visit);
    }

    @Requires("participant:read")
    @GetMapping(OF_PARTICIPANT)
    ModelAndView read(
            @PathVariable ParticipantId participant,
            @PathVariable DecisionRef which,
            Caller caller,
            PageRequest visit) {
        return read("participants", participant, which, decisions.of(participant, which, caller), caller, visit);
    }

    private ModelAndView read(
            String matter,
            Object id,
            DecisionRef decisionRef,
            RecordedDecision recordedDecision,
            Caller caller,
            PageRequest visit) {
        return DecisionPageModel.show(
                matter, id, decisionRef, explanations.explain(recordedDecision, caller), caller, visit);
    }

    @Requires("decision:examine")
    @GetMapping(OF_TRADE + REHEARING)
    ModelAndView rehear(
            @PathVariable TradeId trade,
            @PathVariable DecisionRef which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller,
            PageRequest visit) {
        var told = explanations.rehear(decisions.of(trade, which, caller), law, facts, caller);
        return DecisionPageModel.show("trades", trade, which, told, caller, visit);
    }

    @Requires("decision:examine")
    @GetMapping(OF_LISTING + REHEARING)
    ModelAndView rehear(
            @PathVariable ListingId listing,
            @PathVariable DecisionRef which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller,
            PageRequest visit) {
        var told = explanations.rehear(decisions.of(listing, which, caller), law, facts, caller);
        return DecisionPageModel.show("listings", listing, which, told, caller, visit);
    }

    @Requires("decision:examine")
    @GetMapping(OF_PARTICIPANT + REHEARING)
    ModelAndView rehear(
            @PathVariable ParticipantId participant,
            @PathVariable DecisionRef which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller,
            PageRequest visit) {
        var told = explanations.rehear(decisions.of(participant, which, caller), law, facts, caller);
        return DecisionPageModel.show("participants", participant, which, told, caller, visit);
    }
}
