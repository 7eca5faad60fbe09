package pujiang.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.participant.Jurisdiction;
import pujiang.refusal.Invalid;

class TermsTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(name = "{0} for {1} days: {2}")
    @CsvSource(
            textBlock =
                    """
            CNY 0.00,   1,    none
            CNY 0.01,   3650, none
            CNY -0.01,  1,    terms.price.amount
            USD 1.00,   1,    terms.price.currency
            CNY 1.00,   0,    terms.termDays
            CNY 1.00,   3651, terms.termDays
            """)
    void termsGuardThemselves(String price, int days, String path) {
        if (path.equals("none")) assertThat(terms(price, days).termDays()).isEqualTo(days);
        else assertInvalid(path, () -> terms(price, days));
    }

    @Test
    void termsNameAPurposeAndATerritory() {
        var price = PricePlan.of(Money.parse("CNY 1.00"));
        var everywhere = EnumSet.allOf(Jurisdiction.class);

        assertInvalid("terms.purposes", () -> new Terms(price, Set.of(), everywhere, 1, UNTIL));
        assertInvalid("terms.territories", () -> new Terms(price, Set.of(Purpose.RESEARCH), Set.of(), 1, UNTIL));
    }

    private static void assertInvalid(String path, Runnable guarded) {
        assertThatThrownBy(guarded::run).isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.path())
                .isEqualTo(path));
    }

    private static Terms terms(String price, int days) {
        return new Terms(
                PricePlan.of(Money.parse(price)), Set.of(Purpose.RESEARCH), Set.of(Jurisdiction.MAINLAND), days, UNTIL);
    }
}
