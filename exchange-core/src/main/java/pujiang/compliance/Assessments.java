package pujiang.compliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pujiang.compliance.ExchangeFacts.ComplianceAssessment;
import pujiang.refusal.Invalid;

/** The assessments of one product or participant, in the order in which they were filed. */
public record Assessments(List<Assessment> filed) {

    /** The most assessments of one product or participant. One column of 16 MiB holds them all. Our own choice. */
    public static final int MOST = 500;

    public static final Assessments NONE = new Assessments(List.of());

    public Assessments {
        filed = List.copyOf(filed);
    }

    public Assessments with(Assessment another) {
        var more = new ArrayList<>(filed);
        more.add(another);
        return new Assessments(more);
    }

    /**
     * Checks, at the moment of filing, that one more may be added.
     *
     * @throws Invalid for the whole assessment
     */
    public void mustHaveRoom() {
        if (filed.size() >= MOST) {
            throw Invalid.at(
                    "", "list.too-long", "would be one more than the " + MOST + " that can be filed", "0.." + MOST);
        }
    }

    public Optional<Assessment> named(AssessmentId id) {
        return filed.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * The facts that are valid on a day. For each fact only the newest assessment counts, and only until its last day:
     * an expired finding leaves the fact unknown and does not restore an older one. A compliance assessment that has
     * expired is stated as EXPIRED.
     */
    public FactSheet facts(LocalDate on) {
        var known = FactSheet.empty();
        for (var each : filed) {
            known = each.countsOn(on) ? known.and(each.facts()) : lapsed(known.except(each.facts()), each.facts());
        }
        return known.from(FactSource.ASSESSMENT);
    }

    private static FactSheet lapsed(FactSheet known, FactSheet lapsed) {
        return lapsed.answer(ExchangeFacts.SDE_COMPLIANCE_ASSESSMENT) instanceof Answer.Known
                ? known.with(ExchangeFacts.SDE_COMPLIANCE_ASSESSMENT, ComplianceAssessment.EXPIRED)
                : known;
    }
}
