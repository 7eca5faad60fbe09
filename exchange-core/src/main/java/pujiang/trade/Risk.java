package pujiang.trade;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import pujiang.compliance.Answer.Known;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Decision;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.Fact;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.Grade;
import pujiang.compliance.ProductFacts.NationalSecurityImpact;
import pujiang.compliance.Trait;

/**
 * The priority of a review, with its reasons. The order is our own; the law grades data (DSL art. 21) and singles out
 * sensitive personal information (PIPL art. 28) and exports (PIPL art. 38), not reviews.
 *
 * @param reasons the gravest first
 */
public record Risk(List<Reason> reasons) {

    /** The levels of risk. */
    public enum Level {
        SEVERE(0),
        HIGH(1),
        RAISED(2),
        ORDINARY(3);

        private final int rung;

        Level(int rung) {
            this.rung = rung;
        }

        /** The most serious is 0; the sort order relies on the number. */
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

    /** Reads the form of {@link #names}. */
    public static Risk named(String names) {
        return new Risk(Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Reason::valueOf)
                .toList());
    }

    /** The names of the reasons, separated by commas. */
    public String names() {
        return reasons.stream().map(Reason::name).collect(Collectors.joining(","));
    }

    /** The level of the most serious reason. */
    public Level level() {
        return reasons.isEmpty() ? Level.ORDINARY : reasons.getFirst().level;
    }

    /** Unknown facts are no reason, except an unknown grade, and information that may be personal. */
    public static Risk of(Decision decision, FourEyes eyes) {
        var dear = decision.facts().answer(ExchangeFacts.PRICE_AMOUNT) instanceof Known<BigDecimal>(var price)
                && eyes.reachedBy(price);
        return new Risk(Arrays.stream(Reason.values())
                .filter(reason -> reason.holds.test(decision, dear))
                .toList());
    }

    /** Most serious first. */
    public enum Reason {
        CORE_DATA(Level.SEVERE, "核心数据", "core data", of(ProductFacts.GRADE, Grade.CORE)),
        IMPORTANT_DATA(
                Level.SEVERE,
                "重要数据，或者已确认、已申报或者可能属于重要数据",
                "important data, or confirmed, declared or possibly important data",
                of(Trait.IMPORTANT_DATA).or(of(Trait.PERHAPS_IMPORTANT))),
        NATIONAL_SECURITY(
                Level.SEVERE,
                "可能影响国家安全",
                "may affect national security",
                of(ProductFacts.NATIONAL_SECURITY_IMPACT, NationalSecurityImpact.POSSIBLE)),
        SENSITIVE_PERSONAL_INFORMATION(
                Level.HIGH,
                "敏感个人信息",
                "sensitive personal information",
                mayBePersonal().and(of(Trait.SENSITIVE))),
        PERSONAL_INFORMATION_ABROAD(
                Level.HIGH,
                "可能含个人信息且出境",
                "may contain personal information and crosses the border",
                mayBePersonal().and(of(Trait.CROSSES_THE_BORDER))),
        CROSSES_THE_BORDER(Level.RAISED, "数据出境", "crosses the border", of(Trait.CROSSES_THE_BORDER)),
        HIGH_PRICE(Level.RAISED, "价款达到双人复核限额", "price at or above the limit for two officers", (_, dear) -> dear),
        GRADE_UNKNOWN(
                Level.RAISED,
                "数据分级未知",
                "data grade unknown",
                (decision, _) -> !(decision.facts().answer(ProductFacts.GRADE) instanceof Known<Grade>(var grade))
                        || grade == Grade.UNGRADED);

        private final Level level;
        private final String term;
        private final String meaning;

        @SuppressWarnings("ImmutableEnumChecker") // Functions of their arguments only.
        private final BiPredicate<Decision, Boolean> holds;

        Reason(Level level, String term, String meaning, BiPredicate<Decision, Boolean> holds) {
            this.level = level;
            this.term = term;
            this.meaning = meaning;
            this.holds = holds;
        }

        public Bilingual words() {
            return new Bilingual(term, meaning);
        }

        private static BiPredicate<Decision, Boolean> of(Trait trait) {
            return (decision, _) -> decision.traits().is(trait);
        }

        private static BiPredicate<Decision, Boolean> mayBePersonal() {
            return (decision, _) -> decision.traits().mayBe(Trait.PERSONAL_INFORMATION);
        }

        private static <T> BiPredicate<Decision, Boolean> of(Fact<T> fact, T value) {
            return (decision, _) -> decision.facts().answer(fact) instanceof Known<T>(var known) && known.equals(value);
        }
    }
}
