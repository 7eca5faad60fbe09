package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.Decision;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.ProductFacts.Grade;
import pujiang.compliance.Trait;
import pujiang.compliance.Traits;
import pujiang.compliance.Verdict;

class RiskTest {

    private static final FourEyes EYES = new FourEyes(Money.parse("CNY 1000.00"));

    @ParameterizedTest(name = "{0}, {1}, undecided {2}, {3}: {4} {5}")
    @CsvSource(
            textBlock =
                    """
            GENERAL, , , CNY 999.99, ORDINARY,
            GENERAL, SENSITIVE, , CNY 999.99, ORDINARY,
            GENERAL, , , CNY 1000.00, RAISED, HIGH_PRICE
            GENERAL, CROSSES_THE_BORDER, , CNY 1.00, RAISED, CROSSES_THE_BORDER
            UNGRADED, , , CNY 1.00, RAISED, GRADE_UNKNOWN
            GENERAL, PERSONAL_INFORMATION SENSITIVE, , CNY 1.00, HIGH, SENSITIVE_PERSONAL_INFORMATION
            GENERAL, SENSITIVE, PERSONAL_INFORMATION, CNY 1.00, HIGH, SENSITIVE_PERSONAL_INFORMATION
            GENERAL,PERSONAL_INFORMATION CROSSES_THE_BORDER,,CNY 1,HIGH,PERSONAL_INFORMATION_ABROAD CROSSES_THE_BORDER
            GENERAL, IMPORTANT_DATA, , CNY 1000.00, SEVERE, IMPORTANT_DATA HIGH_PRICE
            GENERAL, PERHAPS_IMPORTANT, , CNY 1.00, SEVERE, IMPORTANT_DATA
            GENERAL, , IMPORTANT_DATA, CNY 1.00, ORDINARY,
            CORE, , , CNY 1.00, SEVERE, CORE_DATA
            """)
    void everyStepOfTheLadderHasItsReason(
            Grade grade, String certain, String undecided, String price, Risk.Level level, String reasons) {
        var facts = FactSheet.empty()
                .with(ProductFacts.GRADE, grade)
                .with(ExchangeFacts.PRICE_AMOUNT, Money.parse(price).getAmount());
        var traits = new Traits(traits(certain), traits(undecided));

        var risk = Risk.of(
                new Decision(
                        Verdict.REQUIRE_REVIEW,
                        Gate.ORDER,
                        LocalDate.EPOCH,
                        List.of(),
                        List.of(),
                        "sha-256:rules",
                        facts,
                        traits),
                EYES);

        assertThat(risk.level()).isEqualTo(level);
        var wanted = reasons == null
                ? List.<Risk.Reason>of()
                : Arrays.stream(reasons.split(" ")).map(Risk.Reason::valueOf).toList();
        assertThat(risk.reasons()).isEqualTo(wanted);
        assertThat(Risk.named(risk.names())).isEqualTo(risk);
    }

    private static Set<Trait> traits(String names) {
        if (names == null) return Set.of();
        return Arrays.stream(names.split(" ")).map(Trait::valueOf).collect(Collectors.toSet());
    }
}
