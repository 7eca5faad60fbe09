package pujiang.trade;

import java.util.Optional;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.Trait;
import pujiang.compliance.Traits;

/**
 * The share of a trade in its exporter's counts.
 *
 * @param persons whose personal information leaves the mainland, at most {@link ProductFacts#MOST_SUBJECTS}
 * @param sensitive whether it is sensitive
 */
public record ExportShare(long persons, boolean sensitive) {

    /**
     * Empty if nothing is exported, or if the number of persons is unknown, which the rules handle. A number above the
     * bounds, from before they existed, counts as the most: that is still above every threshold, and it can be added.
     */
    public static Optional<ExportShare> of(FactSheet facts, Traits traits) {
        if (!traits.is(Trait.CROSSES_THE_BORDER) || !traits.mayBe(Trait.PERSONAL_INFORMATION)) return Optional.empty();
        return facts.answer(ProductFacts.SUBJECT_COUNT) instanceof Known(Long persons)
                ? Optional.of(
                        new ExportShare(Math.min(persons, ProductFacts.MOST_SUBJECTS), traits.is(Trait.SENSITIVE)))
                : Optional.empty();
    }

    /** From the facts and traits of the decision. */
    public static Optional<ExportShare> of(Decision decision) {
        return of(decision.facts(), decision.traits());
    }
}
