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
import pujiang.listing.ListingId;
import pujiang.web.security.Requires;

/** One decision on a listing, and how it would fall on another day. */
@Controller
@RequestMapping("/listings/{listing}/decisions/{which}")
class ListingDecisionPage {

    private final RecordedDecisions decisions;
    private final Explanations explanations;

    ListingDecisionPage(RecordedDecisions decisions, Explanations explanations) {
        this.decisions = decisions;
        this.explanations = explanations;
    }

    @Requires("listing:read")
    @GetMapping
    ModelAndView read(@PathVariable ListingId listing, @PathVariable Which which, Caller caller, Visit visit) {
        var told = explanations.explain(decisions.of(listing, which, caller), caller);
        return DecisionSheet.show("listings", listing, which, told, caller, visit);
    }

    @Requires("decision:examine")
    @GetMapping("/rehearing")
    ModelAndView rehear(
            @PathVariable ListingId listing,
            @PathVariable Which which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller,
            Visit visit) {
        var told = explanations.rehear(decisions.of(listing, which, caller), law, facts, caller);
        return DecisionSheet.show("listings", listing, which, told, caller, visit);
    }
}
