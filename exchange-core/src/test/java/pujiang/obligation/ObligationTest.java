package pujiang.obligation;

import static pujiang.Then.then;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.Bilingual;
import pujiang.listing.ListingId;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationCommand.AcceptProof;
import pujiang.obligation.ObligationCommand.DischargeObligation;
import pujiang.obligation.ObligationCommand.EndObligationWait;
import pujiang.obligation.ObligationCommand.IncurObligation;
import pujiang.obligation.ObligationCommand.ProveObligation;
import pujiang.obligation.ObligationCommand.RejectProof;
import pujiang.obligation.ObligationEvent.Ground;
import pujiang.obligation.ObligationEvent.ObligationBreached;
import pujiang.obligation.ObligationEvent.ObligationDischarged;
import pujiang.obligation.ObligationEvent.ObligationIncurred;
import pujiang.obligation.ObligationEvent.ObligationProven;
import pujiang.obligation.ObligationEvent.ProofRejected;
import pujiang.obligation.ResponsibleParty.Side;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.TradeId;

class ObligationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");
    private static final Instant DUE = Instant.parse("2026-12-31T16:00:00Z");
    private static final Instant NOTICE = Instant.parse("2026-12-02T16:30:00Z");
    private static final ParticipantId VENDOR = new ParticipantId("delta-air");
    private static final ParticipantId BUYER = new ParticipantId("lake-labs");
    private static final Duty DUTY = duty(Kind.DELETION, ResponsibleParty.buyer(BUYER), "receipt 1", DUE, null);
    private static final ObligationId ID = DUTY.id();
    private static final Evidence EVIDENCE = new Evidence("all copies deleted", null);

    private final FixtureConfiguration<Obligation> fixture = at(NOW);

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            textBlock =
                    """
            absent,     incur,       ObligationIncurred
            open,       incur,       nothing
            open,       incur other, nothing
            open,       prove,       ObligationProven
            open,       accept,      obligation.wrong-state
            open,       reject,      obligation.wrong-state
            open,       discharge,   ObligationDischarged
            open,       end early,   nothing
            open,       end,         ObligationBreached
            proven,     incur,       nothing
            proven,     prove,       obligation.wrong-state
            proven,     accept,      ObligationDischarged
            proven,     reject,      ProofRejected
            proven,     accept 0,    obligation.another-proof
            proven,     accept 2,    obligation.another-proof
            proven,     reject 0,    obligation.another-proof
            replaced,   accept,      obligation.another-proof
            replaced,   reject,      obligation.another-proof
            replaced,   accept 3,    ObligationDischarged
            replaced,   reject 3,    ProofRejected
            longer,     accept,      obligation.another-proof
            longer,     accept 2,    ObligationDischarged
            proven,     discharge,   ObligationDischarged
            proven,     end,         nothing
            rejected,   prove,       ObligationProven
            rejected,   end,         ObligationBreached
            breached,   incur,       nothing
            breached,   prove,       ObligationProven
            breached,   discharge,   ObligationDischarged
            breached,   end,         nothing
            late,       accept,      obligation.another-proof
            late,       accept 2,    ObligationDischarged
            late,       reject 2,    ProofRejected
            late again, end,         nothing
            discharged, incur,       nothing
            discharged, incur other, ObligationIncurred
            discharged, prove,       obligation.wrong-state
            discharged, accept,      obligation.wrong-state
            discharged, discharge,   nothing
            discharged, end,         nothing
            """)
    void everyCommandInEveryState(String state, String command, String outcome) {
        var running = command.equals("end") ? at(DUE) : fixture;
        var history = history(state);

        then(
                (history.isEmpty() ? running.givenNoPriorActivity() : running.given(history)).when(command(command)),
                outcome);
    }

    @Test
    void whatIsFoundAfterItsDayIsOwedForTenDaysMore() {
        var late = duty(Kind.DELETION, ResponsibleParty.buyer(BUYER), "receipt 1", NOW.minusSeconds(1), null);

        fixture.givenNoPriorActivity()
                .when(new IncurObligation(late))
                .expectEvents(new ObligationIncurred(late.id(), late.dueAt(NOTICE)));
    }

    @Test
    void aProofThatIsTurnedDownLeavesTenDaysAtLeast() {
        var soon = duty(Kind.DELETION, ResponsibleParty.buyer(BUYER), "receipt 1", NOW.plusSeconds(60), null);

        fixture.given(new ObligationIncurred(ID, soon), proven())
                .when(new RejectProof(ID, 1, "nothing seen"))
                .expectEvents(new ProofRejected(ID, "nothing seen", NOTICE));
        at(NOW).given(new ObligationIncurred(ID, DUTY), proven())
                .when(new RejectProof(ID, 1, "nothing seen"))
                .expectEvents(new ProofRejected(ID, "nothing seen", DUE));
    }

    @Test
    void aYearlyDutyWhoseGroundHoldsLongerIsFoundAgain() {
        var responsibleParty = ResponsibleParty.vendor(VENDOR);
        var first = duty(Kind.YEARLY, responsibleParty, "receipt 1", DUE, LocalDate.of(2027, 3, 1));
        var shorter = duty(Kind.YEARLY, responsibleParty, "receipt 2", DUE, LocalDate.of(2027, 2, 1));
        var longer = duty(Kind.YEARLY, responsibleParty, "receipt 2", DUE, LocalDate.of(2028, 3, 1));

        then(fixture.given(new ObligationIncurred(first.id(), first)).when(new IncurObligation(shorter)), "nothing");
        then(
                at(NOW).given(new ObligationIncurred(first.id(), first)).when(new IncurObligation(longer)),
                "ObligationIncurred");
    }

    @ParameterizedTest(name = "{1}, {0} → {2}")
    @CsvSource(
            textBlock =
                    """
            BEFORE_DELIVERY, VENDOR,   DELIVERY_HELD
            BEFORE_DELIVERY, BUYER,    DELIVERY_HELD
            BEFORE_DELIVERY, EXCHANGE, OPERATOR_TOLD
            DELETION,        BUYER,    PARTY_SUSPENDED
            AGREED_USE,      BUYER,    PARTY_SUSPENDED
            ONWARD_TRANSFER, BUYER,    PARTY_SUSPENDED
            YEARLY,          BUYER,    PARTY_SUSPENDED
            YEARLY,          VENDOR,   LISTING_SUSPENDED
            STANDING,        VENDOR,   LISTING_SUSPENDED
            STANDING,        EXCHANGE, OPERATOR_TOLD
            """)
    void whatABreachLeadsToDependsOnWhoOwesWhat(Kind kind, Side side, Consequence consequence) {
        var responsibleParty = new ResponsibleParty(side, side == Side.EXCHANGE ? null : VENDOR);
        var duty = duty(kind, responsibleParty, "decision 1", DUE, null);

        at(DUE).given(new ObligationIncurred(ID, duty))
                .when(new EndObligationWait(ID))
                .expectEvents(new ObligationBreached(ID, DUE, consequence));
    }

    private static List<ObligationEvent> history(String state) {
        var incurred = new ObligationIncurred(ID, DUTY);
        var breached = new ObligationBreached(ID, DUE, Consequence.PARTY_SUSPENDED);
        var rejected = new ProofRejected(ID, "nothing seen", DUE);
        return switch (state) {
            case "absent" -> List.of();
            case "open" -> List.of(incurred);
            case "proven" -> List.of(incurred, proven());
            case "rejected" -> List.of(incurred, proven(), rejected);
            case "breached" -> List.of(incurred, breached);
            case "replaced" -> List.of(incurred, proven(), rejected, proven());
            case "longer" -> List.of(incurred, proven(), incurred);
            case "late" -> List.of(incurred, breached, proven());
            case "late again" -> List.of(incurred, breached, proven(), rejected);
            case "discharged" -> List.of(incurred, new ObligationDischarged(ID, Ground.NO_LONGER_FOUND, "decision 2"));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static ObligationCommand command(String name) {
        return switch (name) {
            case "incur" -> new IncurObligation(DUTY);
            case "incur other" ->
                new IncurObligation(duty(Kind.DELETION, ResponsibleParty.buyer(BUYER), "receipt 2", DUE, null));
            case "prove" -> new ProveObligation(ID, EVIDENCE, "lake-user");
            case "accept" -> accept(1);
            case "accept 0" -> accept(0);
            case "accept 2" -> accept(2);
            case "accept 3" -> accept(3);
            case "reject" -> reject(1);
            case "reject 0" -> reject(0);
            case "reject 2" -> reject(2);
            case "reject 3" -> reject(3);
            case "discharge" -> new DischargeObligation(ID, Ground.NO_LONGER_FOUND, "decision 2");
            case "end", "end early" -> new EndObligationWait(ID);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static AcceptProof accept(long version) {
        return new AcceptProof(ID, version, "seen");
    }

    private static RejectProof reject(long version) {
        return new RejectProof(ID, version, "nothing seen");
    }

    private static ObligationProven proven() {
        return new ObligationProven(ID, EVIDENCE, "lake-user");
    }

    private static Duty duty(
            Kind kind, ResponsibleParty responsibleParty, String source, Instant due, @Nullable LocalDate until) {
        var words = new Bilingual("删除", "delete");
        var subject = new ObligationSubject(
                kind == Kind.YEARLY ? null : new TradeId("pm25-trade"),
                new ListingId("pm25-offer"),
                new ProductId("pm25-hourly"),
                VENDOR,
                BUYER);
        return new Duty(kind, "PIPL-47", words, "47", words, words, responsibleParty, subject, source, due, until);
    }

    private static FixtureConfiguration<Obligation> at(Instant now) {
        var fixture = new AggregateTestFixture<>(Obligation.class);
        fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        return fixture;
    }
}
