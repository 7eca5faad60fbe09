package pujiang.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.Then.then;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pujiang.Law;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.Verdict;
import pujiang.listing.ListingId;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.participant.ParticipantId;
import pujiang.participant.Seat;
import pujiang.product.ProductId;
import pujiang.trade.Agreement;
import pujiang.trade.DeclaredUse;
import pujiang.trade.TradeId;
import pujiang.watch.WatchCommand.AskAfterwards;
import pujiang.watch.WatchEvent.AfterwardsJudged;

class WatchTest {

    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final TradeId TRADE = new TradeId("pm25-trade");
    private static final FactSheet KNOWN = FactSheet.of(Map.of("product.grade", "GENERAL"));
    private static final AskAfterwards ASK = new AskAfterwards(TRADE, agreement(), KNOWN);

    private final Law law = new Law();
    private final FixtureConfiguration<Watch> fixture = new AggregateTestFixture<>(Watch.class);

    @BeforeEach
    void aLawAndAClock() {
        fixture.registerInjectableResource((ComplianceReview) law);
        fixture.registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void theFirstAnswerIsRecordedWhateverItIs() {
        then(fixture.givenNoPriorActivity().when(ASK), "AfterwardsJudged");

        assertThat(law.asked().getFirst().gate()).isEqualTo(Gate.POST);
        assertThat(law.asked().getFirst().on()).isEqualTo(TODAY);
    }

    @Test
    void theSameAnswerOnAnotherDayIsNoNews() {
        var yesterday = Law.saying(Verdict.ALLOW, Gate.POST, TODAY.minusDays(1), KNOWN);

        then(fixture.given(new AfterwardsJudged(TRADE, agreement(), yesterday)).when(ASK), "nothing");
    }

    private static Agreement agreement() {
        var terms = new Terms(
                Money.parse("CNY 100.00"),
                Set.of(Purpose.RESEARCH),
                Set.of(Seat.MAINLAND),
                365,
                LocalDate.of(2027, 12, 31));
        return new Agreement(
                new ListingId("pm25-offer"),
                1,
                new ProductId("pm25-hourly"),
                new ParticipantId("delta-air"),
                new ParticipantId("lake-labs"),
                terms,
                new DeclaredUse(Purpose.RESEARCH, "air study"),
                TODAY);
    }
}
