package pujiang.web.decision;

import java.time.LocalDate;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.FactSheet;

/**
 * What a document says of a product or a participant.
 *
 * @param assessor who made the finding
 * @param facts those that an assessor states, or that prove what a party claims; docs/facts.md lists them
 * @param evidence where the document can be seen
 * @param validUntil the last day on which it counts
 */
public record AssessmentRequest(String assessor, FactSheet facts, String evidence, LocalDate validUntil) {

    public Assessment named(AssessmentId id) {
        return new Assessment(id, assessor, facts, evidence, validUntil);
    }
}
