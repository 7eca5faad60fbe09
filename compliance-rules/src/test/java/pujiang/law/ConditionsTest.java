package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.Fact;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.DataRight;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.SellerFacts;
import pujiang.compliance.Truth;

/** The words at their edges: none, unknown, the number itself, the last day of a period. */
class ConditionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(name = "two years from {0}, asked on {1}: within is {2}")
    @CsvSource({
        "2024-11-22, 2026-11-23, FALSE",
        "2024-11-23, 2026-11-23, TRUE",
        "2024-02-29, 2026-02-28, TRUE",
        "2024-02-29, 2026-03-01, FALSE",
        "2026-02-28, 2028-02-28, TRUE",
        "2026-02-28, 2028-02-29, FALSE",
        "none,       2026-11-23, FALSE",
        "unknown,    2026-11-23, UNKNOWN"
    })
    void aPeriodOfYearsEndsOnTheSameDateOrTheLastDayOfTheMonth(String date, LocalDate on, Truth within) {
        var x = new ProposedExchange(Gate.ONBOARD, on, sheet(SellerFacts.LAST_PI_AUDIT_DATE, date));

        assertThat(Conditions.isWithinYears(x, SellerFacts.LAST_PI_AUDIT_DATE, 2)
                        .truth())
                .isEqualTo(within);
        assertThat(Conditions.isOlderThanYears(x, SellerFacts.LAST_PI_AUDIT_DATE, 2)
                        .truth())
                .isEqualTo(date.equals("none") ? Truth.FALSE : within.negated());
    }

    @ParameterizedTest(name = "{0} before the day: {1}, none: {2}")
    @CsvSource({
        "2026-11-22, TRUE,    FALSE",
        "2026-11-23, FALSE,   FALSE",
        "none,       FALSE,   TRUE",
        "unknown,    UNKNOWN, UNKNOWN"
    })
    void noneIsBeforeNothing(String date, Truth before, Truth none) {
        var x = question(sheet(ProductFacts.CERT_VALID_UNTIL, date));

        assertThat(Conditions.isBefore(x, ProductFacts.CERT_VALID_UNTIL, DAY).truth())
                .isEqualTo(before);
        assertThat(Conditions.isNone(x, ProductFacts.CERT_VALID_UNTIL).truth()).isEqualTo(none);
    }

    @ParameterizedTest(name = "price {0} over ceiling {1}: {2}, missing {3}")
    @CsvSource(
            textBlock =
                    """
            1000.01, 1000,    TRUE,    ''
            1000.00, 1000,    FALSE,   ''
            1000,    none,    FALSE,   ''
            unknown, none,    FALSE,   ''
            1000,    unknown, UNKNOWN, price.ceiling
            unknown, 1000,    UNKNOWN, price.amount
            unknown, unknown, UNKNOWN, price.ceiling price.amount
            """)
    void nothingExceedsACeilingThatIsNone(String price, String ceiling, Truth truth, String missing) {
        var x = question(sheet(ExchangeFacts.PRICE_AMOUNT, price).and(sheet(ExchangeFacts.PRICE_CEILING, ceiling)));

        var exceeds = Conditions.exceeds(x, ExchangeFacts.PRICE_AMOUNT, ExchangeFacts.PRICE_CEILING);

        assertThat(exceeds.truth()).isEqualTo(truth);
        assertThat(String.join(" ", exceeds.missing().toList())).isEqualTo(missing);
    }

    @Test
    void moreThanANumberLeavesOutTheNumberAndAtLeastTakesItIn() {
        var x = question(FactSheet.empty().with(SellerFacts.PI_SUBJECTS_HELD, 10L));

        assertThat(Conditions.isMoreThan(x, SellerFacts.PI_SUBJECTS_HELD, 10).truth())
                .isEqualTo(Truth.FALSE);
        assertThat(Conditions.isMoreThan(x, SellerFacts.PI_SUBJECTS_HELD, 9).truth())
                .isEqualTo(Truth.TRUE);
        assertThat(Conditions.isAtLeast(x, SellerFacts.PI_SUBJECTS_HELD, 10).truth())
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void aSetThatIsNotStatedNeitherHoldsNorLacks() {
        var x = question(FactSheet.empty());

        assertThat(Conditions.holds(x, ProductFacts.RIGHTS_HELD, DataRight.OPERATE)
                        .truth())
                .isEqualTo(Truth.UNKNOWN);
        assertThat(Conditions.lacks(x, ProductFacts.RIGHTS_HELD, DataRight.OPERATE)
                        .truth())
                .isEqualTo(Truth.UNKNOWN);
    }

    private static ProposedExchange question(FactSheet facts) {
        return new ProposedExchange(Gate.ORDER, DAY, facts);
    }

    private static FactSheet sheet(Fact<?> fact, String value) {
        return switch (value) {
            case "unknown" -> FactSheet.empty();
            case "none" -> FactSheet.empty().withNone(fact);
            default -> FactSheet.of(Map.of(fact.name(), parsed(value)));
        };
    }

    private static Object parsed(String value) {
        return value.matches("\\d{4}-.*") ? value : new BigDecimal(value);
    }
}
