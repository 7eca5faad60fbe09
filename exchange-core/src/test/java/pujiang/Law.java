package pujiang;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Verdict;

/** A law that says what a test wants, and remembers what it was asked. */
public final class Law implements ComplianceReview {

    private final List<ProposedExchange> asked = new ArrayList<>();
    private Verdict verdict = Verdict.ALLOW;

    public static Decision saying(Verdict verdict, Gate gate, LocalDate on, FactSheet facts) {
        return new Decision(verdict, gate, on, List.of(), List.of("product.grade"), "sha-256:rules", facts);
    }

    public void says(Verdict next) {
        verdict = next;
    }

    public List<ProposedExchange> asked() {
        return asked;
    }

    @Override
    public Decision review(ProposedExchange question) {
        asked.add(question);
        return saying(verdict, question.gate(), question.on(), question.facts());
    }
}
