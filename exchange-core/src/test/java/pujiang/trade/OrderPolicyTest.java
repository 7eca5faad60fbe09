package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.listing.ListingId;
import pujiang.listing.PricePlan;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.participant.Jurisdiction;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.refusal.Refusal;

class OrderPolicyTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(name = "{1} in {2} orders on {0} for {3}: {4}")
    @CsvSource(
            textBlock =
                    """
            2026-11-23, lake,  MAINLAND, RESEARCH,  none
            2026-11-24, lake,  MAINLAND, RESEARCH,  trade.offer-ended
            2026-11-24, delta, FOREIGN,  MARKETING, trade.offer-ended
            2026-11-23, delta, MAINLAND, RESEARCH,  trade.own-product
            2026-11-23, delta, FOREIGN,  MARKETING, trade.own-product
            2026-11-23, lake,  FOREIGN,  RESEARCH,  trade.seat-not-served
            2026-11-23, lake,  HK_MO_TW, MARKETING, trade.seat-not-served
            2026-11-23, lake,  MAINLAND, MARKETING, trade.purpose-not-permitted
            """)
    void theFirstObjectionIsTheOneTheBuyerHears(
            LocalDate on, String buyer, Jurisdiction jurisdiction, Purpose purpose, String refusal) {
        var objection = OrderPolicy.firstObjection(order(on, buyer, purpose), jurisdiction);

        assertThat(objection.map(Refusal::code).orElse("none")).isEqualTo(refusal);
        objection.ifPresent(no -> assertThat(no.mayPassLater()).isFalse());
    }

    private static Agreement order(LocalDate on, String buyer, Purpose purpose) {
        return new Agreement(
                new ListingId("pm25-offer"),
                1,
                new ProductId("pm25"),
                new ParticipantId("delta"),
                new ParticipantId(buyer),
                new Terms(
                        PricePlan.of(Money.parse("CNY 1.00")),
                        Set.of(Purpose.RESEARCH),
                        Set.of(Jurisdiction.MAINLAND),
                        365,
                        UNTIL),
                new DeclaredUse(purpose, "air study"),
                on);
    }
}
