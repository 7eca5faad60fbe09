package pujiang.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.listing.PricePlan.Free;
import pujiang.listing.PricePlan.OneTime;
import pujiang.refusal.Invalid;

class PricePlanTest {

    @Test
    void aPriceIsPaidOnceAndDueAtOnce() {
        var price = Money.parse("CNY 0.01");

        assertThat(PricePlan.of(price)).isEqualTo(new OneTime(price));
        assertThat(PricePlan.of(price).dueNow()).isEqualTo(price);
    }

    @Test
    void ofWhatIsFreeNothingIsDue() {
        assertThat(PricePlan.of(Money.parse("CNY 0.00"))).isEqualTo(new Free());
        assertThat(new Free().dueNow()).isEqualTo(Money.parse("CNY 0.00"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"CNY -0.01, terms.price.amount", "USD 1.00, terms.price.currency", "USD 0.00, terms.price.currency"})
    void aPriceIsNotNegativeAndInYuan(String price, String path) {
        assertThatThrownBy(() -> PricePlan.of(Money.parse(price)))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.path()).isEqualTo(path));
    }

    @Test
    void aPlanThatIsPaidOnceHasAPrice() {
        assertThatThrownBy(() -> new OneTime(Money.parse("CNY 0.00"))).isInstanceOf(Invalid.class);
    }
}
