package pujiang.compliance;

import java.time.LocalDate;
import pujiang.refusal.Days;
import pujiang.refusal.Invalid;
import pujiang.refusal.Names;
import pujiang.refusal.Texts;

/**
 * What a document says of a product or a participant, for a time: a third party's assessment, an authority's filing or
 * licence, the exchange's own check of a list. Somebody of the exchange has seen it.
 *
 * @param id the name of this assessment, unique for what it is about
 * @param assessor who made the finding
 * @param evidence where the document can be seen
 * @param validUntil the last day on which it counts
 */
public record Assessment(AssessmentId id, String assessor, FactSheet facts, String evidence, LocalDate validUntil) {

    public Assessment {
        Texts.check("assessor", assessor, 200);
        Texts.check("evidence", evidence, 2_000);
    }

    /** A guard for the moment of filing, as is the next: what was filed before there were bounds is still read. */
    public void mustBeInRange() {
        Names.check("assessor", assessor);
        facts.mustBeInRange("facts");
        Days.check("validUntil", validUntil);
    }

    /** A guard for the day of filing, not of the value: an assessment that has lapsed is still read. */
    public void mustCountOn(LocalDate day) {
        if (!countsOn(day)) throw Invalid.at("validUntil", "date.in-the-past", "must not be in the past");
    }

    /** Whether it still counts on that day. */
    public boolean countsOn(LocalDate day) {
        return !validUntil.isBefore(day);
    }
}
