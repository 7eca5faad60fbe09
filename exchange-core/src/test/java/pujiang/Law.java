package pujiang;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Trait;
import pujiang.compliance.Traits;
import pujiang.compliance.Verdict;

/** A law that says what a test wants, and remembers what it was asked. */
public final class Law implements ComplianceReview {

    private static final Traits EXPORT = Traits.of(Trait.PERSONAL_INFORMATION, Trait.CROSSES_THE_BORDER);

    private final List<ProposedExchange> asked = new ArrayList<>();
    private Verdict verdict = Verdict.ALLOW;
    private Traits traits = EXPORT;

    public static Decision saying(Verdict verdict, Gate gate, LocalDate on, FactSheet facts) {
        return saying(verdict, gate, on, facts, EXPORT);
    }

    private static Decision saying(Verdict verdict, Gate gate, LocalDate on, FactSheet facts, Traits traits) {
        return new Decision(verdict, gate, on, List.of(), List.of("product.grade"), "sha-256:rules", facts, traits);
    }

    public void says(Verdict next) {
        verdict = next;
    }

    /** Until then every exchange is one of personal information that crosses the border. */
    public void calls(Trait... exchange) {
        traits = Traits.of(exchange);
    }

    public List<ProposedExchange> asked() {
        return asked;
    }

    @Override
    public Decision review(ProposedExchange question) {
        asked.add(question);
        return saying(verdict, question.gate(), question.on(), question.facts(), traits);
    }

    @Override
    public Traits traits(ProposedExchange question) {
        return traits;
    }
}
