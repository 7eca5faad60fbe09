package pujiang.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeScheduleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final FeeSchedule FEES = FeeSchedule.of(Map.of(
            FIRST,
            new BigDecimal("0.025"),
            LocalDate.of(2026, 7, 1),
            new BigDecimal("0.01"),
            LocalDate.of(2027, 1, 1),
            BigDecimal.ZERO,
            LocalDate.of(2028, 1, 1),
            BigDecimal.ONE));

    @ParameterizedTest(name = "{1} on {0}: fee {2}, net {3}, at the rate of {4}")
    @CsvSource(
            textBlock =
                    """
            2026-01-01, 1200.50,         30.01,         1170.49,        2026-01-01
            2026-06-30, 100.00,          2.50,          97.50,          2026-01-01
            2026-07-01, 100.00,          1.00,          99.00,          2026-07-01
            2026-12-31, 100.00,          1.00,          99.00,          2026-07-01
            2027-01-01, 100.00,          0.00,          100.00,         2027-01-01
            2028-02-29, 100.00,          100.00,        0.00,           2028-01-01
            2026-01-01, 0.00,            0.00,          0.00,           2026-01-01
            2026-01-01, 0.01,            0.00,          0.01,           2026-01-01
            2026-01-01, 0.19,            0.00,          0.19,           2026-01-01
            2026-01-01, 0.20,            0.01,          0.19,           2026-01-01
            2026-01-01, 0.60,            0.02,          0.58,           2026-01-01
            2026-01-01, 1.80,            0.05,          1.75,           2026-01-01
            2026-01-01, 999999999999.99, 25000000000.00, 974999999999.99, 2026-01-01
            """)
    void thePriceIsDividedHalfUpByTheRateOfTheDay(LocalDate on, String price, String fee, String net, LocalDate since) {
        var payout = FEES.divide(Money.parse("CNY " + price), on);

        assertThat(payout.fee()).isEqualTo(Money.parse("CNY " + fee));
        assertThat(payout.net()).isEqualTo(Money.parse("CNY " + net));
        assertThat(payout.rateSince()).isEqualTo(since);
    }

    @Test
    void feeAndNetAlwaysAddUpAndNeitherIsNegative() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            var price = Money.ofMinor(CurrencyUnit.of("CNY"), random.nextLong(1_000_000_000_000L));
            var payout = FEES.divide(price, FIRST.plusDays(random.nextInt(1_000)));

            assertThat(payout.fee().plus(payout.net())).as("seed %d", seed).isEqualTo(price);
            assertThat(payout.fee().isNegative() || payout.net().isNegative())
                    .as("seed %d: %s", seed, price)
                    .isFalse();
        }
    }

    @Test
    void beforeTheFirstRateNothingIsDivided() {
        assertThatThrownBy(() -> FEES.divide(Money.parse("CNY 1.00"), FIRST.minusDays(1)))
                .hasMessage("no fee rate is in force on 2025-12-31");
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "1.01", "2.5"})
    void aRateIsAShare(BigDecimal rate) {
        assertThatThrownBy(() -> FeeSchedule.of(Map.of(FIRST, rate))).hasMessageContaining("since 2026-01-01");
    }

    @Test
    void theRatesThatComeWithTheProgramCanBeRead() {
        var payout = FeeSchedule.load().divide(Money.parse("CNY 100.00"), FIRST);

        assertThat(payout.rate()).isEqualByComparingTo("0.025");
    }
}
