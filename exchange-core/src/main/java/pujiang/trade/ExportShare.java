package pujiang.trade;

import java.util.Optional;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.Trait;
import pujiang.compliance.Traits;

/**
 * What a trade adds to its exporter's counts.
 *
 * @param persons whose personal information leaves the mainland, at most {@link ProductFacts#MOST_SUBJECTS}
 * @param sensitive whether it is sensitive
 */
public record ExportShare(long persons, boolean sensitive) {

    /**
     * Empty where nothing is exported, or where the number of persons is not known and the law must say what then. A
     * number from before there were bounds counts as the most: it is beyond every threshold as well, and can be added.
     */
    public static Optional<ExportShare> of(FactSheet facts, Traits traits) {
        if (!traits.is(Trait.CROSSES_THE_BORDER) || !traits.mayBe(Trait.PERSONAL_INFORMATION)) return Optional.empty();
        return facts.answer(ProductFacts.SUBJECT_COUNT) instanceof Known(Long persons)
                ? Optional.of(
                        new ExportShare(Math.min(persons, ProductFacts.MOST_SUBJECTS), traits.is(Trait.SENSITIVE)))
                : Optional.empty();
    }

    /** As the decision saw it. */
    public static Optional<ExportShare> of(Decision decision) {
        return of(decision.facts(), decision.traits());
    }
}
