package pujiang.trade;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.Bilingual;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.Fact;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.Grade;
import pujiang.compliance.ProductFacts.ImportantStatus;
import pujiang.compliance.ProductFacts.NationalSecurityImpact;

/**
 * What makes a review more pressing than another, by reasons that can be read. Our own order; the law grades data (DSL
 * art. 21) and singles out sensitive personal information (PIPL art. 28) and exports (PIPL art. 38), not reviews.
 *
 * @param reasons the gravest first
 */
public record Risk(List<Reason> reasons) {

    /** Steps of the ladder. */
    public enum Level {
        SEVERE(0),
        HIGH(1),
        RAISED(2),
        ORDINARY(3);

        private final int rung;

        Level(int rung) {
            this.rung = rung;
        }

        /** The gravest is 0; what is sorted by it keeps it. */
        public int rung() {
            return rung;
        }

        public static Level at(int rung) {
            return Arrays.stream(values())
                    .filter(level -> level.rung == rung)
                    .findFirst()
                    .orElseThrow();
        }
    }

    public Risk {
        reasons = reasons.stream().sorted(Comparator.naturalOrder()).toList();
    }

    /** As {@link #names} wrote it. */
    public static Risk named(String names) {
        return new Risk(Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Reason::valueOf)
                .toList());
    }

    /** Its reasons by name, with commas between them. */
    public String names() {
        return reasons.stream().map(Reason::name).collect(Collectors.joining(","));
    }

    /** That of its gravest reason. */
    public Level level() {
        return reasons.isEmpty() ? Level.ORDINARY : reasons.getFirst().level;
    }

    /** @param facts as the decision saw them; what is not known is no reason, but for an unknown grade */
    public static Risk of(FactSheet facts, FourEyes eyes) {
        var dear = facts.answer(ExchangeFacts.PRICE_AMOUNT) instanceof Known<BigDecimal>(var price)
                && eyes.reachedBy(price);
        return new Risk(Arrays.stream(Reason.values())
                .filter(reason -> reason.holds.test(facts, dear))
                .toList());
    }

    /** The gravest first. */
    public enum Reason {
        CORE_DATA(Level.SEVERE, "核心数据", "core data", of(ProductFacts.GRADE, Grade.CORE)),
        IMPORTANT_DATA(
                Level.SEVERE,
                "重要数据，或者已确认、已申报或者可能属于重要数据",
                "important data, or confirmed, declared or possibly important data",
                of(ProductFacts.GRADE, Grade.IMPORTANT)
                        .or(of(ProductFacts.IMPORTANT_STATUS, ImportantStatus.DESIGNATED))
                        .or(of(ProductFacts.IMPORTANT_STATUS, ImportantStatus.DECLARED_PENDING))
                        .or(of(ProductFacts.IMPORTANT_STATUS, ImportantStatus.SUSPECTED))),
        NATIONAL_SECURITY(
                Level.SEVERE,
                "可能影响国家安全",
                "may affect national security",
                of(ProductFacts.NATIONAL_SECURITY_IMPACT, NationalSecurityImpact.POSSIBLE)),
        SENSITIVE_PERSONAL_INFORMATION(
                Level.HIGH,
                "敏感个人信息",
                "sensitive personal information",
                (facts, _) -> ExportShare.mayBePersonal(facts) && ExportShare.isSensitive(facts)),
        PERSONAL_INFORMATION_ABROAD(
                Level.HIGH,
                "可能含个人信息且出境",
                "may contain personal information and crosses the border",
                (facts, _) -> ExportShare.mayBePersonal(facts) && ExportShare.leavesTheMainland(facts)),
        CROSSES_THE_BORDER(
                Level.RAISED, "数据出境", "crosses the border", (facts, _) -> ExportShare.leavesTheMainland(facts)),
        HIGH_PRICE(Level.RAISED, "价款达到双人复核限额", "price at or above the limit for two officers", (_, dear) -> dear),
        GRADE_UNKNOWN(
                Level.RAISED,
                "数据分级未知",
                "data grade unknown",
                (facts, _) -> !(facts.answer(ProductFacts.GRADE) instanceof Known<Grade>(var grade))
                        || grade == Grade.UNGRADED);

        private final Level level;
        private final String term;
        private final String meaning;

        @SuppressWarnings("ImmutableEnumChecker") // Functions of their arguments only.
        private final BiPredicate<FactSheet, Boolean> holds;

        Reason(Level level, String term, String meaning, BiPredicate<FactSheet, Boolean> holds) {
            this.level = level;
            this.term = term;
            this.meaning = meaning;
            this.holds = holds;
        }

        public Bilingual words() {
            return new Bilingual(term, meaning);
        }

        private static <T> BiPredicate<FactSheet, Boolean> of(Fact<T> fact, T value) {
            return (facts, _) -> facts.answer(fact) instanceof Known<T>(var known) && known.equals(value);
        }
    }
}
