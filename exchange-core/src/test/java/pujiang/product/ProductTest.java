package pujiang.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.Then.then;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.compliance.Answer;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.Assessments;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.ExchangeFacts.ComplianceAssessment;
import pujiang.compliance.FactSheet;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.TradeFacts;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductCommand.AssessProduct;
import pujiang.product.ProductCommand.RegisterProduct;
import pujiang.product.ProductCommand.ReviseProduct;
import pujiang.product.ProductCommand.StateForRecipient;
import pujiang.product.ProductCommand.StrikeOffProduct;
import pujiang.product.ProductDescription.Column;
import pujiang.product.ProductDescription.Frequency;
import pujiang.product.ProductEvent.ProductAssessed;
import pujiang.product.ProductEvent.ProductRegistered;
import pujiang.product.ProductEvent.ProductRevised;
import pujiang.product.ProductEvent.ProductStruckOff;
import pujiang.product.ProductEvent.RecipientStated;
import pujiang.refusal.Invalid;

class ProductTest {

    private static final ProductId ID = new ProductId("pm25-hourly");
    private static final ParticipantId VENDOR = new ParticipantId("delta-air");
    private static final ParticipantId BUYER = new ParticipantId("lake-labs");
    private static final ProductProfile PROFILE = new ProductProfile(FactSheet.of(Map.of("product.grade", "GENERAL")));
    private static final RecipientStatement STATEMENT = statement("pi.separateConsentProvide", true);
    /** 00:30 of the next day in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Assessment ASSESSED = assessment("report of 2026");

    private static final ProductRegistered REGISTERED = new ProductRegistered(
            ID,
            RegistrationNumber.of("PJR", LocalDate.of(2026, 11, 23), ID.value()),
            VENDOR,
            described("PM2.5", "measured"),
            PROFILE);

    private FixtureConfiguration<Product> fixture;

    @BeforeEach
    void anEntry() {
        fixture =
                new AggregateTestFixture<>(Product.class).registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            textBlock =
                    """
            absent,     register,                ProductRegistered
            registered, register,                nothing
            registered, register another title,  product.already-registered
            registered, register another vendor, product.already-registered
            registered, revise 1,                ProductRevised
            registered, revise 2,                product.stale-revision
            registered, state,                   RecipientStated
            registered, strike off,              ProductStruckOff
            revised,    register,                nothing
            revised,    register another title,  product.already-registered
            revised,    revise 1,                product.stale-revision
            revised,    revise 2,                ProductRevised
            revised,    strike off,              ProductStruckOff
            stated,     state,                   nothing
            stated,     state otherwise,         RecipientStated
            stated,     revise 1,                ProductRevised
            registered, assess,                  ProductAssessed
            assessed,   assess,                  nothing
            assessed,   assess otherwise,        product.already-assessed
            assessed,   revise 1,                ProductRevised
            assessed,   register,                nothing
            struck off, assess,                  product.struck-off
            struck off, register,                nothing
            struck off, register another title,  product.already-registered
            struck off, revise 1,                product.struck-off
            struck off, revise 9,                product.struck-off
            struck off, state,                   product.struck-off
            struck off, strike off,              nothing
            """)
    void everyCommandInEveryState(String state, String command, String outcome) {
        then(fixture.given(history(state)).when(command(command)), outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"revise 1", "state", "assess", "strike off"})
    void whatNobodyRegisteredDoesNotExist(String command) {
        fixture.givenNoPriorActivity().when(command(command)).expectException(AggregateNotFoundException.class);
    }

    @Test
    void theNumberNamesTheDayInShanghaiAndIsNotCountedUp() {
        fixture.givenNoPriorActivity().when(command("register")).expectEvents(REGISTERED);

        assertThat(REGISTERED.number().value()).matches("PJR20261123-[0-9A-F]{16}");
    }

    @Test
    void aRevisionCountsOn() {
        var revised = new ProductRevised(ID, 3, described("PM2.5 and ozone", "measured"), PROFILE);

        fixture.given(history("revised")).when(command("revise 2")).expectEvents(revised);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            textBlock =
                    """
            '',       false, false
            '  ',     false, false
            measured, false,
            measured, true,  true
            ' ',      true,  true
            """)
    void aSourceThatIsDescribedIsExplainedOnceSomebodyHasSeenThePapers(
            String source, boolean assessed, @Nullable Boolean explained) {
        var assessments = assessed ? Assessments.NONE.with(ASSESSED) : Assessments.NONE;

        assertThat(PROFILE.facts(described("PM2.5", source), assessments, TODAY).answer(ProductFacts.SOURCE_EXPLAINED))
                .isEqualTo(explained == null ? new Answer.Unknown<>() : new Answer.Known<>(explained));
    }

    @Test
    void whereNothingWasAssessedTheExchangeKnowsThatNothingWas() {
        var facts = PROFILE.facts(described("PM2.5", "measured"), Assessments.NONE, TODAY);

        assertThat(facts.answer(ExchangeFacts.SDE_COMPLIANCE_ASSESSMENT))
                .isEqualTo(new Answer.Known<>(ComplianceAssessment.NONE));
        assertThat(facts.answer(ExchangeFacts.SDE_QUALITY_ASSESSMENT)).isEqualTo(new Answer.Known<>(false));
        assertThat(facts.answer(TradeFacts.HARM)).isEqualTo(new Answer.Unknown<>());
    }

    @ParameterizedTest(name = "an assessment may state {0}: {1}")
    @CsvSource(
            textBlock =
                    """
            sde.qualityAssessment,        true
            product.sourceExplained,      true
            product.securityReviewPassed, true
            product.stateSecret,          false
            buyer.onControlList,          false
            sde.registered,               false
            """)
    void anAssessmentStatesWhatIsAnAssessorsOrProvesAClaim(String fact, boolean allowed) {
        var assessment =
                new Assessment(ASSESSED.id(), "a lab", FactSheet.of(Map.of(fact, true)), "report", TODAY.plusYears(1));

        if (allowed) assertThat(new AssessProduct(ID, assessment).assessment()).isEqualTo(assessment);
        else assertInvalid("facts." + fact, "fact.not-yours", () -> new AssessProduct(ID, assessment));
    }

    @ParameterizedTest(name = "a profile may state {0}: {1}")
    @CsvSource(
            textBlock =
                    """
            product.stateSecret,      true
            pi.consentValid,          true
            product.sourceExplained,  false
            seller.identityVerified,  false
            buyer.identityVerified,   false
            sde.registered,           false
            contract.dataClauses,     false
            trade.traceable,          false
            """)
    void aProfileStatesOnlyWhatIsItsToState(String fact, boolean allowed) {
        var sheet = FactSheet.of(Map.of(fact, true));

        if (allowed) assertThat(new ProductProfile(sheet).statement()).isEqualTo(sheet);
        else assertInvalid("profile." + fact, "fact.not-yours", () -> new ProductProfile(sheet));
    }

    @ParameterizedTest(name = "for a recipient may be stated {0}: {2}")
    @CsvSource(
            textBlock =
                    """
            pi.separateConsentProvide, true, true
            contract.dataClauses,      true, true
            export.exemptionEvidence,  true, true
            export.ytdNonSensitive,    5,    false
            export.ytdSensitive,       5,    false
            product.stateSecret,       true, false
            buyer.foreignControlled,   true, false
            """)
    void aRecipientsStatementLeavesTheCountingToTheExchange(String fact, String value, boolean allowed) {
        Object raw = value.equals("true") ? true : Integer.valueOf(value);

        if (allowed) assertThat(statement(fact, raw).evidence()).isEqualTo("vault/7");
        else assertInvalid("facts." + fact, "fact.not-yours", () -> statement(fact, raw));
    }

    private static void assertInvalid(String path, String code, Runnable guarded) {
        assertThatThrownBy(guarded::run).isInstanceOfSatisfying(Invalid.class, invalid -> {
            assertThat(invalid.path()).isEqualTo(path);
            assertThat(invalid.code()).isEqualTo(code);
        });
    }

    private static List<?> history(String state) {
        var revised = new ProductRevised(ID, 2, described("PM2.5, revised", "measured"), PROFILE);
        return switch (state) {
            case "absent" -> List.of();
            case "registered" -> List.of(REGISTERED);
            case "revised" -> List.of(REGISTERED, revised);
            case "assessed" -> List.of(REGISTERED, new ProductAssessed(ID, ASSESSED));
            case "stated" -> List.of(REGISTERED, new RecipientStated(ID, BUYER, STATEMENT));
            case "struck off" -> List.of(REGISTERED, revised, new ProductStruckOff(ID, "sensor was broken"));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static ProductCommand command(String name) {
        var description = described("PM2.5", "measured");
        var other = described("PM2.5 and ozone", "measured");
        return switch (name) {
            case "register" -> new RegisterProduct(ID, VENDOR, description, PROFILE);
            case "register another title" -> new RegisterProduct(ID, VENDOR, other, PROFILE);
            case "register another vendor" -> new RegisterProduct(ID, BUYER, description, PROFILE);
            case "revise 1" -> new ReviseProduct(ID, 1, other, PROFILE);
            case "revise 2" -> new ReviseProduct(ID, 2, other, PROFILE);
            case "revise 9" -> new ReviseProduct(ID, 9, other, PROFILE);
            case "state" -> new StateForRecipient(ID, BUYER, STATEMENT);
            case "state otherwise" -> new StateForRecipient(ID, BUYER, statement("pi.separateConsentProvide", false));
            case "assess" -> new AssessProduct(ID, ASSESSED);
            case "assess otherwise" -> new AssessProduct(ID, assessment("another report"));
            case "strike off" -> new StrikeOffProduct(ID, "sensor was broken");
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Assessment assessment(String evidence) {
        return new Assessment(
                new AssessmentId("source-1"),
                "a law firm",
                FactSheet.of(Map.of("product.sourceExplained", true)),
                evidence,
                TODAY);
    }

    private static RecipientStatement statement(String fact, Object value) {
        return new RecipientStatement(FactSheet.of(Map.of(fact, value)), "vault/7");
    }

    private static ProductDescription described(String title, String source) {
        return new ProductDescription(
                title,
                "Hourly, five stations",
                List.of(new Column("hour", "timestamp", "start of the hour")),
                LocalDate.of(2013, 1, 1),
                LocalDate.of(2015, 12, 31),
                Frequency.HOURLY,
                26_280,
                1_200_000,
                "2013-01-01T00:00,87",
                source);
    }
}
