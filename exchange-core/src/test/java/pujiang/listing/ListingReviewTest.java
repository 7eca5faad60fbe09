package pujiang.listing;

import static pujiang.Then.then;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.Law;
import pujiang.compliance.Clearance;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.Decision;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.Verdict;
import pujiang.listing.ListingCommand.ApproveListing;
import pujiang.listing.ListingCommand.EndListingWait;
import pujiang.listing.ListingCommand.RejectListing;
import pujiang.listing.ListingCommand.WithdrawListing;
import pujiang.listing.ListingEvent.ListingAnswerChanged;
import pujiang.listing.ListingEvent.ListingHeld;
import pujiang.listing.ListingEvent.ListingLapsed;
import pujiang.listing.ListingEvent.ListingPublished;
import pujiang.participant.Jurisdiction;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;

/** An officer's approval of a held listing is for the answer that the officer has read. */
class ListingReviewTest {

    private static final ListingId ID = new ListingId("pm25-offer");
    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant DUE = Instant.parse("2026-12-02T16:30:00Z");
    private static final Lifting LIFTING = new Lifting("officer", "seen the contract", "vault/9");
    private static final Offer OFFER = new Offer(
            new ProductId("pm25-hourly"),
            new ParticipantId("delta-air"),
            new Terms(
                    PricePlan.of(Money.parse("CNY 100.00")),
                    Set.of(Purpose.RESEARCH),
                    Set.of(Jurisdiction.MAINLAND),
                    365,
                    LocalDate.of(2027, 12, 31)));

    private static final FactSheet KNOWN = FactSheet.of(Map.of("product.grade", "GENERAL"));
    /** What the vendor states of the product by now. */
    private static final FactSheet REVISED = FactSheet.of(Map.of("product.grade", "IMPORTANT"));

    private static final Decision OPEN = open(TODAY, KNOWN);
    private static final Decision CHANGED = open(TODAY, REVISED);
    private static final ListingHeld HELD = new ListingHeld(ID, OFFER, OPEN, DUE);
    private static final ListingAnswerChanged ANSWER_CHANGED = new ListingAnswerChanged(ID, OPEN.digest(), CHANGED);

    private final Law law = new Law();

    @ParameterizedTest(name = "{0}: {1} of {2} while the law says {3} → {4}")
    @CsvSource(
            textBlock =
                    """
            held,    known,   known,   REQUIRE_REVIEW, ListingPublished
            held,    known,   known,   ALLOW,          ListingPublished
            held,    known,   known,   DENY,           ListingRefused
            held,    revised, known,   REQUIRE_REVIEW, listing.another-answer
            held,    revised, known,   ALLOW,          listing.another-answer
            held,    revised, known,   DENY,           listing.another-answer
            held,    known,   revised, REQUIRE_REVIEW, ListingAnswerChanged
            held,    known,   revised, ALLOW,          ListingPublished
            held,    known,   revised, DENY,           ListingRefused
            changed, known,   revised, REQUIRE_REVIEW, listing.another-answer
            changed, revised, revised, REQUIRE_REVIEW, ListingPublished
            changed, revised, known,   REQUIRE_REVIEW, ListingAnswerChanged
            changed, revised, revised, DENY,           ListingRefused
            """)
    void whatWasReadIsWhatIsApproved(String state, String read, String facts, Verdict verdict, String outcome) {
        law.says(verdict);
        var digest = (read.equals("known") ? OPEN : CHANGED).digest();

        then(
                fixture(NOW)
                        .given(history(state))
                        .when(new ApproveListing(ID, digest, LIFTING, facts.equals("known") ? KNOWN : REVISED)),
                outcome);
    }

    @Test
    void theNewAnswerIsBeforeTheOfficersAndWhatWasReadIsTold() {
        law.says(Verdict.REQUIRE_REVIEW);

        fixture(NOW)
                .given(HELD)
                .when(new ApproveListing(ID, OPEN.digest(), LIFTING, REVISED))
                .expectEvents(ANSWER_CHANGED);
    }

    @Test
    void whoLiftsTheNewAnswerIsClearedOnThatOne() {
        law.says(Verdict.REQUIRE_REVIEW);

        fixture(NOW)
                .given(HELD, ANSWER_CHANGED)
                .when(new ApproveListing(ID, CHANGED.digest(), LIFTING, REVISED))
                .expectEvents(new ListingPublished(ID, OFFER, CHANGED, Clearance.lifted(CHANGED, LIFTING)));
    }

    @Test
    void thatADayHasPassedMakesNoOtherAnswer() {
        law.says(Verdict.REQUIRE_REVIEW);
        var yesterday = open(TODAY.minusDays(1), KNOWN);

        then(
                fixture(NOW)
                        .given(new ListingHeld(ID, OFFER, yesterday, DUE))
                        .when(new ApproveListing(ID, yesterday.digest(), LIFTING, KNOWN)),
                "ListingPublished");
    }

    @Test
    void anotherAnswerKeepsTheDayOnWhichTheListingLapses() {
        fixture(DUE).given(HELD, ANSWER_CHANGED).when(new EndListingWait(ID)).expectEvents(new ListingLapsed(ID, DUE));
    }

    @Test
    void whatLetsNothingPassNamesNothing() {
        then(fixture(NOW).given(HELD, ANSWER_CHANGED).when(new RejectListing(ID, "no")), "ListingRejected");
        then(fixture(NOW).given(HELD, ANSWER_CHANGED).when(new WithdrawListing(ID, "no")), "ListingWithdrawn");
    }

    private FixtureConfiguration<Listing> fixture(Instant now) {
        return new AggregateTestFixture<>(Listing.class)
                .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC))
                .registerInjectableResource(law);
    }

    private static List<ListingEvent> history(String state) {
        return state.equals("held") ? List.of(HELD) : List.of(HELD, ANSWER_CHANGED);
    }

    private static Decision open(LocalDate on, FactSheet known) {
        var facts = known.with(ExchangeFacts.PRICE_AMOUNT, new BigDecimal("100.00"));
        return Law.saying(Verdict.REQUIRE_REVIEW, Gate.LISTING, on, facts);
    }
}
