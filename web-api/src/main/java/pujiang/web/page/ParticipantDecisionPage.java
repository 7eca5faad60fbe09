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
import pujiang.participant.ParticipantId;
import pujiang.web.security.Requires;

/** The decision on an admission, and how it would fall on another day. */
@Controller
@RequestMapping("/participants/{participant}/decisions/{which}")
class ParticipantDecisionPage {

    private final RecordedDecisions decisions;
    private final Explanations explanations;

    ParticipantDecisionPage(RecordedDecisions decisions, Explanations explanations) {
        this.decisions = decisions;
        this.explanations = explanations;
    }

    @Requires("participant:read")
    @GetMapping
    ModelAndView read(@PathVariable ParticipantId participant, @PathVariable Which which, Caller caller, Visit visit) {
        var told = explanations.explain(decisions.of(participant, which, caller), caller);
        return DecisionSheet.show("participants", participant, which, told, caller, visit);
    }

    @Requires("decision:examine")
    @GetMapping("/rehearing")
    ModelAndView rehear(
            @PathVariable ParticipantId participant,
            @PathVariable Which which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller,
            Visit visit) {
        var told = explanations.rehear(decisions.of(participant, which, caller), law, facts, caller);
        return DecisionSheet.show("participants", participant, which, told, caller, visit);
    }
}
