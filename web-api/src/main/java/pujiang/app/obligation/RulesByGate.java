package pujiang.app.obligation;

import org.springframework.stereotype.Component;
import pujiang.compliance.Gate;
import pujiang.law.LawInForce;

/** The gates of each rule in force. */
@Component
class RulesByGate {

    private final LawInForce law;

    RulesByGate(LawInForce law) {
        this.law = law;
    }

    /** Under any of the rule's versions. */
    boolean isAskedAt(Gate gate, String rule) {
        return law.ready().book().rules().stream()
                .anyMatch(each -> each.id().equals(rule) && each.gates().contains(gate));
    }
}
