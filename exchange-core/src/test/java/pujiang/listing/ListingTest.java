package pujiang.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.Then.then;
import static pujiang.participant.Jurisdiction.MAINLAND;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import pujiang.listing.ListingCommand.PublishListing;
import pujiang.listing.ListingCommand.RejectListing;
import pujiang.listing.ListingCommand.ResumeListing;
import pujiang.listing.ListingCommand.ReviseListing;
import pujiang.listing.ListingCommand.SuspendListing;
import pujiang.listing.ListingCommand.WithdrawListing;
import pujiang.listing.ListingEvent.ListingEnded;
import pujiang.listing.ListingEvent.ListingHeld;
import pujiang.listing.ListingEvent.ListingLapsed;
import pujiang.listing.ListingEvent.ListingPublished;
import pujiang.listing.ListingEvent.ListingRefused;
import pujiang.listing.ListingEvent.ListingRejected;
import pujiang.listing.ListingEvent.ListingResumptionRefused;
import pujiang.listing.ListingEvent.ListingRevised;
import pujiang.listing.ListingEvent.ListingRevisionRefused;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.listing.ListingEvent.ListingWithdrawn;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.refusal.Invalid;
import pujiang.stop.Author;
import pujiang.stop.Ground;
import pujiang.stop.Stop;

class ListingTest {

    private static final ListingId ID = new ListingId("pm25-offer");
    /** 00:30 of the next day in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant DUE = Instant.parse("2026-12-02T16:30:00Z");
    private static final Lifting LIFTING = new Lifting("officer", "seen the contract", "vault/9");
    private static final FactSheet KNOWN = FactSheet.of(Map.of("product.grade", "GENERAL"));
    private static final Terms TERMS = terms("CNY 100.00", 365, TODAY);
    private static final Terms OTHER = terms("CNY 120.00", 365, TODAY);
    private static final Offer OFFER = offer(TERMS);
    private static final Stop ORDERED = Stop.of(Ground.OPERATOR_ORDER, null, "operator", "check", NOW);

    private final Law law = new Law();
    private FixtureConfiguration<Listing> fixture;

    @BeforeEach
    void aListing() {
        fixture = fixtureAt(NOW);
    }

    @ParameterizedTest(name = "{0}: {1} while the law says {2} → {3}")
    @CsvSource(
            textBlock =
                    """
            absent,    publish,       ALLOW,                  ListingPublished
            absent,    publish,       ALLOW_WITH_OBLIGATIONS, ListingPublished
            absent,    publish,       REQUIRE_REVIEW,         ListingHeld
            absent,    publish,       DENY,                   ListingRefused
            held,      publish,       DENY,                   nothing
            held,      publish other, ALLOW,                  listing.already-listed
            held,      revise 1,      ALLOW,                  listing.wrong-state
            held,      suspend,       ALLOW,                  listing.wrong-state
            held,      resume,        ALLOW,                  listing.wrong-state
            held,      withdraw,      ALLOW,                  ListingWithdrawn
            held,      approve,       ALLOW,                  ListingPublished
            held,      approve,       REQUIRE_REVIEW,         ListingPublished
            held,      approve,       DENY,                   ListingRefused
            held,      reject,        ALLOW,                  ListingRejected
            held,      end early,     ALLOW,                  nothing
            held,      end,           ALLOW,                  ListingLapsed
            published, publish,       DENY,                   nothing
            published, publish other, ALLOW,                  listing.already-listed
            published, revise 1,      ALLOW,                  ListingRevised
            published, revise 1,      REQUIRE_REVIEW,         ListingRevisionRefused
            published, revise 1,      DENY,                   ListingRevisionRefused
            published, revise 2,      ALLOW,                  listing.stale-revision
            published, revise same,   DENY,                   nothing
            published, suspend,       ALLOW,                  ListingSuspended
            published, resume,        DENY,                   nothing
            published, withdraw,      ALLOW,                  ListingWithdrawn
            published, approve,       ALLOW,                  listing.wrong-state
            published, reject,        ALLOW,                  listing.wrong-state
            published, end,           ALLOW,                  ListingEnded
            revised,   publish,       DENY,                   nothing
            revised,   publish other, ALLOW,                  listing.already-listed
            revised,   revise 1,      ALLOW,                  listing.stale-revision
            revised,   revise 2,      ALLOW,                  nothing
            suspended, publish,       DENY,                   nothing
            suspended, revise 1,      ALLOW,                  listing.wrong-state
            suspended, suspend,       ALLOW,                  nothing
            suspended, resume,        ALLOW,                  ListingResumed
            suspended, resume,        REQUIRE_REVIEW,         ListingResumptionRefused and ListingStopLifted
            suspended, resume,        DENY,                   ListingResumptionRefused and ListingStopLifted
            suspended, withdraw,      ALLOW,                  ListingWithdrawn
            suspended, approve,       ALLOW,                  listing.wrong-state
            suspended, end,           ALLOW,                  ListingEnded
            refused,   publish,       ALLOW,                  nothing
            refused,   publish other, ALLOW,                  listing.already-listed
            refused,   approve,       ALLOW,                  listing.wrong-state
            refused,   withdraw,      ALLOW,                  nothing
            withdrawn, publish,       ALLOW,                  nothing
            withdrawn, revise 1,      ALLOW,                  listing.wrong-state
            withdrawn, suspend,       ALLOW,                  listing.wrong-state
            withdrawn, resume,        ALLOW,                  listing.wrong-state
            withdrawn, withdraw,      ALLOW,                  nothing
            rejected,  approve,       ALLOW,                  listing.wrong-state
            rejected,  reject,        ALLOW,                  listing.wrong-state
            lapsed,    approve,       ALLOW,                  listing.wrong-state
            lapsed,    end,           ALLOW,                  nothing
            ended,     end,           ALLOW,                  nothing
            ended,     resume,        ALLOW,                  listing.wrong-state
            ended,     withdraw,      ALLOW,                  nothing
            """)
    void everyCommandInEveryState(String state, String command, Verdict verdict, String outcome) {
        law.says(verdict);
        if (command.equals("end")) fixture = fixtureAt(DUE);

        then(fixture.given(history(state)).when(command(command)), outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"revise 1", "suspend", "resume", "withdraw", "approve", "reject", "end"})
    void whatNobodyListedDoesNotExist(String command) {
        fixture.givenNoPriorActivity().when(command(command)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void theLawIsAskedForTheDayInShanghaiWithThePriceOnOffer() {
        fixture.givenNoPriorActivity().when(command("publish")).expectSuccessfulHandlerExecution();

        var question = law.asked().getFirst();
        assertThat(question.gate()).isEqualTo(Gate.LISTING);
        assertThat(question.on()).isEqualTo(TODAY);
        assertThat(question.facts()).isEqualTo(KNOWN.with(ExchangeFacts.PRICE_AMOUNT, new BigDecimal("100")));
    }

    @Test
    void aHeldListingWaitsTenDaysForAnOfficer() {
        law.says(Verdict.REQUIRE_REVIEW);

        fixture.givenNoPriorActivity()
                .when(command("publish"))
                .expectEvents(new ListingHeld(ID, OFFER, decision(Verdict.REQUIRE_REVIEW), DUE));
    }

    @Test
    void whoLiftedAReviewStandsInTheClearance() {
        law.says(Verdict.REQUIRE_REVIEW);
        var decision = decision(Verdict.REQUIRE_REVIEW);

        fixture.given(history("held"))
                .when(command("approve"))
                .expectEvents(new ListingPublished(ID, OFFER, decision, Clearance.lifted(decision, LIFTING)));
    }

    @Test
    void anApprovalThatTheLawNoLongerNeedsNamesNobody() {
        var decision = decision(Verdict.ALLOW);

        fixture.given(history("held"))
                .when(command("approve"))
                .expectEvents(new ListingPublished(
                        ID, OFFER, decision, decision.clearance().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ALLOW", "ALLOW_WITH_OBLIGATIONS", "DENY"})
    void nobodyLiftsWhatIsNoReview(Verdict verdict) {
        assertThatThrownBy(() -> Clearance.lifted(decision(verdict), LIFTING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} on offers until {1}: {2}")
    @CsvSource(
            textBlock =
                    """
            absent,    2026-11-22, date.in-the-past
            absent,    2026-11-23, none
            published, 2026-11-22, date.in-the-past
            published, 2026-11-23, none
            """)
    void anOfferMustStillRunInShanghai(String state, LocalDate until, String refusal) {
        var terms = terms("CNY 1.00", 1, until);
        var command = state.equals("absent")
                ? new PublishListing(ID, offer(terms), KNOWN)
                : new ReviseListing(ID, 1, terms, KNOWN);

        var result = fixture.given(history(state)).when(command);

        if (refusal.equals("none")) result.expectSuccessfulHandlerExecution();
        else
            result.expectNoEvents()
                    .expectException(Invalid.class)
                    .expectExceptionMessage("terms.until must not be in the past");
    }

    @ParameterizedTest
    @ValueSource(strings = {"published", "suspended", "held"})
    void anOfferEndsWithItsLastDayInShanghai(String state) {
        var midnight = Instant.parse("2026-11-23T16:00:00Z");
        fixtureAt(midnight.minusNanos(1))
                .given(history(state))
                .when(command("end"))
                .expectNoEvents();
        fixtureAt(midnight)
                .given(history(state))
                .when(command("end"))
                .expectEvents(state.equals("held") ? new ListingLapsed(ID, midnight) : new ListingEnded(ID, TODAY));
    }

    private FixtureConfiguration<Listing> fixtureAt(Instant now) {
        return new AggregateTestFixture<>(Listing.class)
                .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC))
                .registerInjectableResource(law);
    }

    private static List<?> history(String state) {
        var decision = decision(Verdict.ALLOW);
        var held = new ListingHeld(ID, OFFER, decision(Verdict.REQUIRE_REVIEW), DUE);
        var published =
                new ListingPublished(ID, OFFER, decision, decision.clearance().orElseThrow());
        var denied = decision(Verdict.DENY);
        return switch (state) {
            case "absent" -> List.of();
            case "held" -> List.of(held);
            case "published" -> List.of(published, new ListingRevisionRefused(ID, OTHER, denied));
            case "revised" -> List.of(published, new ListingRevised(ID, 2, OTHER, decision));
            case "suspended" ->
                List.of(published, new ListingSuspended(ID, "check", null), new ListingResumptionRefused(ID, denied));
            case "refused" -> List.of(new ListingRefused(ID, OFFER, denied));
            case "withdrawn" -> List.of(published, new ListingWithdrawn(ID, "sold out"));
            case "rejected" -> List.of(held, new ListingRejected(ID, "no contract"));
            case "ended" -> List.of(published, new ListingEnded(ID, TODAY));
            case "lapsed" -> List.of(held, new ListingLapsed(ID, DUE));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static ListingCommand command(String name) {
        return switch (name) {
            case "publish" -> new PublishListing(ID, OFFER, KNOWN);
            case "publish other" -> new PublishListing(ID, offer(OTHER), KNOWN);
            case "revise 1" -> new ReviseListing(ID, 1, OTHER, KNOWN);
            case "revise 2" -> new ReviseListing(ID, 2, OTHER, KNOWN);
            case "revise same" -> new ReviseListing(ID, 1, TERMS, KNOWN);
            case "suspend" -> new SuspendListing(ID, ORDERED);
            case "resume" -> new ResumeListing(ID, Set.of(Author.OPERATOR), Set.of(), KNOWN);
            case "withdraw" -> new WithdrawListing(ID, "sold out");
            case "approve" ->
                new ApproveListing(ID, decision(Verdict.REQUIRE_REVIEW).digest(), LIFTING, KNOWN);
            case "reject" -> new RejectListing(ID, "no contract");
            case "end", "end early" -> new EndListingWait(ID);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Decision decision(Verdict verdict) {
        var facts = KNOWN.with(ExchangeFacts.PRICE_AMOUNT, new BigDecimal("100.00"));
        return Law.saying(verdict, Gate.LISTING, TODAY, facts);
    }

    private static Terms terms(String price, int days, LocalDate end) {
        return new Terms(PricePlan.of(Money.parse(price)), Set.of(Purpose.RESEARCH), Set.of(MAINLAND), days, end);
    }

    private static Offer offer(Terms terms) {
        return new Offer(new ProductId("pm25-hourly"), new ParticipantId("delta-air"), terms);
    }
}
