package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.BuyerFacts;
import pujiang.compliance.BuyerFacts.Location;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.DeidStatus;
import pujiang.compliance.ProductFacts.Grade;

class RiskTest {

    private static final FourEyes EYES = new FourEyes(Money.parse("CNY 1000.00"));

    @ParameterizedTest(name = "{0}, {1}, age {2}, to {3}, {4}: {5} {6}")
    @CsvSource(
            textBlock =
                    """
            GENERAL,   NOT_PI,        40, MAINLAND, CNY 999.99,  ORDINARY,
            GENERAL,   NOT_PI,        13, MAINLAND, CNY 999.99,  ORDINARY,
            GENERAL,   NOT_PI,        40, MAINLAND, CNY 1000.00, RAISED,   HIGH_PRICE
            GENERAL,   NOT_PI,        40, FOREIGN,  CNY 1.00,    RAISED,   CROSSES_THE_BORDER
            UNGRADED,  NOT_PI,        40, MAINLAND, CNY 1.00,    RAISED,   GRADE_UNKNOWN
            GENERAL,   IDENTIFIABLE,  13, MAINLAND, CNY 1.00,    HIGH,     SENSITIVE_PERSONAL_INFORMATION
            GENERAL,   DE_IDENTIFIED, 40, FOREIGN,  CNY 1.00, HIGH, PERSONAL_INFORMATION_ABROAD CROSSES_THE_BORDER
            IMPORTANT, NOT_PI,        40, MAINLAND, CNY 1000.00, SEVERE,   IMPORTANT_DATA HIGH_PRICE
            CORE,      NOT_PI,        40, MAINLAND, CNY 1.00,    SEVERE,   CORE_DATA
            """)
    void everyStepOfTheLadderHasItsReason(
            Grade grade, DeidStatus persons, long age, Location buyer, String price, Risk.Level level, String reasons) {
        var facts = FactSheet.empty()
                .with(ProductFacts.GRADE, grade)
                .with(ProductFacts.DEID_STATUS, persons)
                .with(ProductFacts.MIN_SUBJECT_AGE, age)
                .with(BuyerFacts.LOCATION, buyer)
                .with(ExchangeFacts.PRICE_AMOUNT, Money.parse(price).getAmount());

        var risk = Risk.of(facts, EYES);

        assertThat(risk.level()).isEqualTo(level);
        var wanted = reasons == null
                ? List.<Risk.Reason>of()
                : Arrays.stream(reasons.split(" ")).map(Risk.Reason::valueOf).toList();
        assertThat(risk.reasons()).isEqualTo(wanted);
        assertThat(Risk.named(risk.names())).isEqualTo(risk);
    }
}
