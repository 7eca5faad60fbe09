package pujiang.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.joda.money.Money;
import pujiang.trade.Payout;

/** The exchange fee by the day from which each rate applies. */
public final class FeeSchedule {

    private final TreeMap<LocalDate, BigDecimal> rates;

    private FeeSchedule(Map<LocalDate, BigDecimal> rates) {
        this.rates = new TreeMap<>(rates);
    }

    /** @param rates shares of a price, 0 to 1, by the day from which each applies */
    static FeeSchedule of(Map<LocalDate, BigDecimal> rates) {
        rates.forEach((since, rate) -> {
            if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("the fee rate since %s is %s, not 0 to 1".formatted(since, rate));
            }
        });
        return new FeeSchedule(rates);
    }

    /** Reads the rates of the program. */
    public static FeeSchedule load() {
        var lines = new Properties();
        try (var stream = FeeSchedule.class.getResourceAsStream("/fees/rates.properties")) {
            if (stream == null) throw new IllegalStateException("fees/rates.properties is missing");
            lines.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("fees/rates.properties", e);
        }
        var rates = new TreeMap<LocalDate, BigDecimal>();
        lines.forEach((since, rate) -> rates.put(LocalDate.parse(since.toString()), new BigDecimal(rate.toString())));
        return of(rates);
    }

    /**
     * Divides a price: half up to the currency's smallest unit, in the exchange's favour by at most half of it.
     *
     * @throws IllegalStateException if no rate is in force yet on the day
     */
    public Payout divide(Money price, LocalDate on) {
        var rate = rates.floorEntry(on);
        if (rate == null) throw new IllegalStateException("no fee rate is in force on " + on);
        var fee = price.multipliedBy(rate.getValue(), RoundingMode.HALF_UP);
        return new Payout(fee, price.minus(fee), rate.getValue(), rate.getKey());
    }
}
