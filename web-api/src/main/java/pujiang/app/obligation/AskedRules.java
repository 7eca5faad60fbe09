package pujiang.app.obligation;

import org.springframework.stereotype.Component;
import pujiang.compliance.Gate;
import pujiang.law.LawInForce;

/** At which gates the law in force asks a rule. */
@Component
class AskedRules {

    private final LawInForce law;

    AskedRules(LawInForce law) {
        this.law = law;
    }

    /** Under any of the rule's versions. */
    boolean isAskedAt(Gate gate, String rule) {
        return law.ready().book().rules().stream()
                .anyMatch(each -> each.id().equals(rule) && each.gates().contains(gate));
    }
}
