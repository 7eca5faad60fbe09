package pujiang.compliance;

import java.time.LocalDate;
import pujiang.refusal.Days;
import pujiang.refusal.Invalid;
import pujiang.refusal.Names;
import pujiang.refusal.Texts;

/**
 * The content of a document about a product or a participant, valid for a time: a third party's assessment, an
 * authority's filing or licence, the exchange's own check of a list. Staff of the exchange have seen it.
 *
 * @param id the name of this assessment, unique for its subject
 * @param assessor author of the finding
 * @param evidence where the document can be seen
 * @param validUntil its last day
 */
public record Assessment(AssessmentId id, String assessor, FactSheet facts, String evidence, LocalDate validUntil) {

    public Assessment {
        Texts.check("assessor", assessor, 200);
        Texts.check("evidence", evidence, 2_000);
    }

    /** Applies to the moment of filing, as the next: assessments filed before the bounds existed are still read. */
    public void mustBeInRange() {
        Names.check("assessor", assessor);
        facts.mustBeInRange("facts");
        Days.check("validUntil", validUntil);
    }

    /** Applies to the day of filing, not to the value: an expired assessment is still read. */
    public void mustCountOn(LocalDate day) {
        if (!countsOn(day)) throw Invalid.at("validUntil", "date.in-the-past", "must not be in the past");
    }

    /** Whether it is still valid on that day. */
    public boolean countsOn(LocalDate day) {
        return !validUntil.isBefore(day);
    }
}
