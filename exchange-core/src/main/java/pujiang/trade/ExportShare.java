package pujiang.trade;

import java.util.Optional;
import java.util.Set;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.BuyerFacts;
import pujiang.compliance.BuyerFacts.Location;
import pujiang.compliance.Fact;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.DeidStatus;
import pujiang.compliance.ProductFacts.PiCategory;

/**
 * What a trade adds to its exporter's counts.
 *
 * @param persons whose personal information leaves the mainland, at most {@link ProductFacts#MOST_SUBJECTS}
 * @param sensitive whether it is sensitive, by kind (PIPL art. 28) or because somebody is under 14
 */
public record ExportShare(long persons, boolean sensitive) {

    private static final long AGE_OF_OWN_CONSENT = 14;

    /**
     * Empty where nothing is exported, or where the number of persons is not known and the law must say what then. A
     * number from before there were bounds counts as the most: it is beyond every threshold as well, and can be added.
     */
    public static Optional<ExportShare> of(FactSheet facts) {
        if (!leavesTheMainland(facts) || !mayBePersonal(facts)) return Optional.empty();
        return facts.answer(ProductFacts.SUBJECT_COUNT) instanceof Known(Long persons)
                ? Optional.of(new ExportShare(Math.min(persons, ProductFacts.MOST_SUBJECTS), isSensitive(facts)))
                : Optional.empty();
    }

    static boolean leavesTheMainland(FactSheet facts) {
        return is(facts, BuyerFacts.LOCATION, Location.HK_MO_TW)
                || is(facts, BuyerFacts.LOCATION, Location.FOREIGN)
                || is(facts, BuyerFacts.REMOTE_ACCESS_FROM_ABROAD, true);
    }

    /** De-identified data is still personal; only proven anonymisation is not (PIPL art. 4). */
    static boolean mayBePersonal(FactSheet facts) {
        return !is(facts, ProductFacts.DEID_STATUS, DeidStatus.NOT_PI)
                && !is(facts, ProductFacts.DEID_STATUS, DeidStatus.ANONYMISED_VERIFIED);
    }

    static boolean isSensitive(FactSheet facts) {
        var byKind = facts.answer(ProductFacts.PI_CATEGORIES) instanceof Known<Set<PiCategory>>(var kinds)
                && kinds.stream().anyMatch(kind -> kind != PiCategory.ORDINARY);
        var byAge =
                facts.answer(ProductFacts.MIN_SUBJECT_AGE) instanceof Known<Long>(var age) && age < AGE_OF_OWN_CONSENT;
        return byKind || byAge;
    }

    private static <T> boolean is(FactSheet facts, Fact<T> fact, T value) {
        return facts.answer(fact) instanceof Known<T>(var known) && known.equals(value);
    }
}
