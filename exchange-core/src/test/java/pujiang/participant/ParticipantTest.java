package pujiang.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.Then.then;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.Law;
import pujiang.compliance.Answer;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.BuyerFacts;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.Gate;
import pujiang.compliance.SellerFacts;
import pujiang.compliance.Verdict;
import pujiang.participant.ParticipantCommand.ApplyForAdmission;
import pujiang.participant.ParticipantCommand.AssessParticipant;
import pujiang.participant.ParticipantCommand.EndParticipantWait;
import pujiang.participant.ParticipantCommand.ReinstateParticipant;
import pujiang.participant.ParticipantCommand.RejectParticipant;
import pujiang.participant.ParticipantCommand.ReviseStatement;
import pujiang.participant.ParticipantCommand.SuspendParticipant;
import pujiang.participant.ParticipantCommand.VerifyParticipant;
import pujiang.participant.ParticipantEvent.ParticipantApplied;
import pujiang.participant.ParticipantEvent.ParticipantAssessed;
import pujiang.participant.ParticipantEvent.ParticipantLapsed;
import pujiang.participant.ParticipantEvent.ParticipantRefused;
import pujiang.participant.ParticipantEvent.ParticipantRejected;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.participant.ParticipantEvent.ParticipantVerified;
import pujiang.participant.ParticipantEvent.StatementRevised;
import pujiang.refusal.Invalid;
import pujiang.stop.Author;
import pujiang.stop.Ground;
import pujiang.stop.Stop;

class ParticipantTest {

    private static final ParticipantId ID = new ParticipantId("lake-labs");
    /** 00:30 of the next day in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");

    private static final Instant DUE = Instant.parse("2026-12-22T16:30:00Z");
    private static final Organisation LABS =
            new Organisation("湖畔实验室", new CreditCode("91310000MA1FL0001R"), Jurisdiction.MAINLAND);
    private static final FactSheet STATED = FactSheet.of(Map.of("seller.isCIIO", "NO"));
    private static final ParticipantApplied APPLIED =
            new ParticipantApplied(ID, LABS, Set.of(MarketRole.VENDOR), STATED, DUE);

    private static final FactSheet NEWER = FactSheet.of(Map.of("seller.isCIIO", "YES"));
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 23);
    private static final Assessment SCREENED = screened("list of 2026-11-01", UNTIL);

    private final Law law = new Law();
    private FixtureConfiguration<Participant> fixture;

    @BeforeEach
    void aFile() {
        fixture = fixtureAt(NOW);
    }

    @ParameterizedTest(name = "{0}: {1} while the law says {2} → {3}")
    @CsvSource(
            textBlock =
                    """
            absent,    apply,        ALLOW,                  ParticipantApplied
            applied,   apply,        ALLOW,                  nothing
            applied,   apply other,  ALLOW,                  participant.already-applied
            applied,   verify,       ALLOW,                  ParticipantVerified
            applied,   verify,       ALLOW_WITH_OBLIGATIONS, ParticipantVerified
            applied,   verify 0,     ALLOW,                  ParticipantVerified
            applied,   verify 1,     ALLOW,                  participant.file-changed
            restated,  verify 0,     ALLOW,                  participant.file-changed
            restated,  verify 0,     DENY,                   participant.file-changed
            restated,  verify 1,     ALLOW,                  ParticipantVerified
            active,    verify 0,     ALLOW,                  nothing
            applied,   verify,       REQUIRE_REVIEW,         participant.law-undecided
            applied,   verify,       DENY,                   ParticipantRefused
            applied,   reject,       ALLOW,                  ParticipantRejected
            applied,   suspend,      ALLOW,                  participant.wrong-state
            applied,   reinstate,    ALLOW,                  participant.wrong-state
            applied,   end early,    ALLOW,                  nothing
            applied,   end,          ALLOW,                  ParticipantLapsed
            applied,   revise,       ALLOW,                  StatementRevised
            applied,   assess,       ALLOW,                  ParticipantAssessed
            active,    apply,        ALLOW,                  nothing
            active,    revise,       ALLOW,                  StatementRevised
            active,    revise same,  ALLOW,                  nothing
            active,    revise stale, ALLOW,                  participant.stale-version
            active,    assess,       ALLOW,                  ParticipantAssessed
            assessed,  assess,       ALLOW,                  nothing
            assessed,  assess other, ALLOW,                  participant.already-assessed
            assessed,  apply,        ALLOW,                  nothing
            revised,   apply,        ALLOW,                  nothing
            suspended, assess,       ALLOW,                  ParticipantAssessed
            rejected,  assess,       ALLOW,                  participant.wrong-state
            rejected,  revise,       ALLOW,                  participant.wrong-state
            active,    apply other,  ALLOW,                  participant.already-applied
            active,    verify,       DENY,                   nothing
            active,    reject,       ALLOW,                  participant.wrong-state
            active,    suspend,      ALLOW,                  ParticipantSuspended
            active,    reinstate,    ALLOW,                  nothing
            active,    end,          ALLOW,                  nothing
            suspended, apply,        ALLOW,                  nothing
            suspended, apply other,  ALLOW,                  participant.already-applied
            suspended, verify,       ALLOW,                  participant.wrong-state
            suspended, reject,       ALLOW,                  participant.wrong-state
            suspended, suspend,      ALLOW,                  nothing
            suspended, reinstate,    ALLOW,                  ParticipantReinstated
            suspended, end,          ALLOW,                  nothing
            refused,   apply,        ALLOW,                  nothing
            refused,   apply other,  ALLOW,                  participant.already-applied
            refused,   verify,       ALLOW,                  participant.wrong-state
            rejected,  verify,       ALLOW,                  participant.wrong-state
            rejected,  reject,       ALLOW,                  participant.wrong-state
            lapsed,    verify,       ALLOW,                  participant.wrong-state
            lapsed,    suspend,      ALLOW,                  participant.wrong-state
            lapsed,    reinstate,    ALLOW,                  participant.wrong-state
            lapsed,    end,          ALLOW,                  nothing
            """)
    void everyCommandInEveryState(String state, String command, Verdict verdict, String outcome) {
        law.says(verdict);
        if (command.equals("end")) fixture = fixtureAt(DUE);

        then(fixture.given(history(state)).when(command(command, history(state).size() - 1L)), outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "reject", "suspend", "reinstate", "end", "revise", "assess"})
    void whatNobodyAppliedForDoesNotExist(String command) {
        fixture.givenNoPriorActivity().when(command(command)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void anApplicationWaitsThirtyDays() {
        fixture.givenNoPriorActivity().when(command("apply")).expectEvents(APPLIED);
    }

    @Test
    void theLawIsAskedForTheDayInShanghaiWithTheFactsAsTheyWillBe() {
        fixture.given(APPLIED).when(command("verify")).expectSuccessfulHandlerExecution();

        var question = law.asked().getFirst();
        assertThat(question.gate()).isEqualTo(Gate.ONBOARD);
        assertThat(question.on()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(question.facts()).isEqualTo(STATED.and(LABS.facts(true)));
    }

    @Test
    void theDecisionWithTheFactsItSawIsInTheEvent() {
        law.says(Verdict.DENY);
        var facts = STATED.from(FactSource.VENDOR).and(LABS.facts(true));
        var decision = Law.saying(Verdict.DENY, Gate.ONBOARD, LocalDate.of(2026, 11, 23), facts);

        fixture.given(APPLIED).when(command("verify")).expectEvents(new ParticipantRefused(ID, decision));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
            product.stateSecret,     true
            buyer.onControlList,     true
            seller.identityVerified, true
            buyer.identityVerified,  true
            buyer.location,          MAINLAND
            """)
    void anApplicantStatesOnlyWhatIsItsToState(String fact, String value) {
        var raw = value.equals("true") ? true : value;
        var statement = FactSheet.of(Map.of(fact, raw));

        assertThatThrownBy(() -> new ApplyForAdmission(ID, LABS, Set.of(MarketRole.BUYER), statement))
                .isInstanceOfSatisfying(Invalid.class, invalid -> {
                    assertThat(invalid.code()).isEqualTo("fact.not-yours");
                    assertThat(invalid.path()).isEqualTo("statement." + fact);
                });
    }

    @Test
    void theExchangeKnowsWhomItVerifiedAndWhereTheyAre() {
        var facts = LABS.facts(false);

        assertThat(facts.answer(SellerFacts.IDENTITY_VERIFIED)).isEqualTo(new Answer.Known<>(false));
        assertThat(facts.answer(BuyerFacts.LOCATION)).isEqualTo(new Answer.Known<>(BuyerFacts.Location.MAINLAND));
    }

    @Test
    void aClaimThatNeedsProofIsHeardOnceAnAssessmentConfirmsIt() {
        var claimed = new ParticipantApplied(
                ID, LABS, Set.of(MarketRole.VENDOR), FactSheet.of(Map.of("seller.creditLicence", true)), DUE);
        var licence = new Assessment(
                new AssessmentId("licence"),
                "People's Bank of China",
                FactSheet.of(Map.of("seller.creditLicence", true)),
                "licence 7, seen",
                UNTIL);

        fixture.given(claimed).when(command("verify")).expectSuccessfulHandlerExecution();
        fixtureAt(NOW)
                .given(claimed, new ParticipantAssessed(ID, licence))
                .when(command("verify"))
                .expectSuccessfulHandlerExecution();

        assertThat(law.asked())
                .map(question -> question.facts().answer(SellerFacts.CREDIT_LICENCE))
                .containsExactly(new Answer.Unknown<>(), new Answer.Known<>(true));
    }

    @Test
    void theLawHearsTheStatementAsItWasRevisedLast() {
        fixture.given(APPLIED, new StatementRevised(ID, NEWER, "report of 2026"))
                .when(command("verify"))
                .expectSuccessfulHandlerExecution();

        assertThat(law.asked().getFirst().facts()).isEqualTo(NEWER.and(LABS.facts(true)));
    }

    @Test
    void anAssessmentThatHasLapsedIsNotFiled() {
        var late = new AssessParticipant(ID, screened("list of 2026", UNTIL.minusDays(1)));

        fixture.given(APPLIED).when(late).expectNoEvents().expectException(Invalid.class);
    }

    private static Assessment screened(String evidence, LocalDate until) {
        return new Assessment(
                new AssessmentId("screen-1"),
                "the exchange",
                FactSheet.of(Map.of("buyer.onRestrictedPiList", false)),
                evidence,
                until);
    }

    private FixtureConfiguration<Participant> fixtureAt(Instant now) {
        return new AggregateTestFixture<>(Participant.class)
                .registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC))
                .registerInjectableResource(law);
    }

    private static List<?> history(String state) {
        var decision = Law.saying(Verdict.ALLOW, Gate.ONBOARD, LocalDate.of(2026, 11, 23), FactSheet.empty());
        var verified = new ParticipantVerified(ID, "registry extract", decision);
        return switch (state) {
            case "absent" -> List.of();
            case "applied" -> List.of(APPLIED);
            case "restated" -> List.of(APPLIED, new StatementRevised(ID, NEWER, "report of 2026"));
            case "active" -> List.of(APPLIED, verified);
            case "suspended" -> List.of(APPLIED, verified, new ParticipantSuspended(ID, "complaint", null));
            case "assessed" -> List.of(APPLIED, verified, new ParticipantAssessed(ID, SCREENED));
            case "revised" -> List.of(APPLIED, verified, new StatementRevised(ID, NEWER, "report of 2026"));
            case "refused" -> List.of(APPLIED, new ParticipantRefused(ID, decision));
            case "rejected" -> List.of(APPLIED, new ParticipantRejected(ID, "forged papers"));
            case "lapsed" -> List.of(APPLIED, new ParticipantLapsed(ID, DUE));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static ParticipantCommand command(String name) {
        return command(name, 0);
    }

    private static ParticipantCommand command(String name, long version) {
        return switch (name) {
            case "apply" -> new ApplyForAdmission(ID, LABS, Set.of(MarketRole.VENDOR), STATED);
            case "apply other" -> new ApplyForAdmission(ID, LABS, Set.of(MarketRole.BUYER), STATED);
            case "verify" -> new VerifyParticipant(ID, null, "registry extract");
            case "verify 0" -> new VerifyParticipant(ID, 0L, "registry extract");
            case "verify 1" -> new VerifyParticipant(ID, 1L, "registry extract");
            case "reject" -> new RejectParticipant(ID, "forged papers");
            case "suspend" ->
                new SuspendParticipant(ID, Stop.of(Ground.OPERATOR_ORDER, null, "operator", "complaint", NOW));
            case "reinstate" ->
                new ReinstateParticipant(ID, Set.of(Author.OPERATOR), Set.of(), "complaint was unfounded", null);
            case "revise" -> new ReviseStatement(ID, version, NEWER, "report of 2026");
            case "revise same" -> new ReviseStatement(ID, version, STATED, "report of 2026");
            case "revise stale" -> new ReviseStatement(ID, 9, NEWER, "report of 2026");
            case "assess" -> new AssessParticipant(ID, SCREENED);
            case "assess other" -> new AssessParticipant(ID, screened("another evidence", UNTIL));
            case "end", "end early" -> new EndParticipantWait(ID);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
