package pujiang.recall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.Then.then;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.recall.Occurrence.Kind;
import pujiang.recall.RecallCommand.ConfirmPlan;
import pujiang.recall.RecallCommand.DropRecall;
import pujiang.recall.RecallCommand.FileRecall;
import pujiang.recall.RecallCommand.PostponeMeasure;
import pujiang.recall.RecallCommand.RecordMeasure;
import pujiang.recall.RecallCommand.StagePlan;
import pujiang.recall.RecallEvent.MeasurePostponed;
import pujiang.recall.RecallEvent.MeasureTaken;
import pujiang.recall.RecallEvent.PlanConfirmed;
import pujiang.recall.RecallEvent.PlanStaged;
import pujiang.recall.RecallEvent.RecallCompleted;
import pujiang.recall.RecallEvent.RecallDropped;
import pujiang.recall.RecallEvent.RecallFiled;
import pujiang.refusal.Invalid;
import pujiang.trade.TradeId;

class RecallTest {

    private static final RecallId ID = new RecallId("consent-7");
    private static final ProductId PRODUCT = new ProductId("persons");
    private static final Occurrence WITHDRAWN = of(Kind.CONSENT_WITHDRAWN);
    private static final Measure LISTING = Measure.suspend(PRODUCT, new ListingId("persons-offer"));
    private static final Measure COPY = Measure.copy(
            Measure.Kind.DELETE_COPY, PRODUCT, new TradeId("persons-trade"), new ParticipantId("lion"), "0c");
    private static final Plan PLAN = new Plan(List.of(PRODUCT), List.of(COPY, LISTING));
    private static final Plan OTHER = new Plan(List.of(PRODUCT), List.of(LISTING));
    private static final Plan NOTHING = new Plan(List.of(PRODUCT), List.of());

    private final FixtureConfiguration<Recall> fixture = new AggregateTestFixture<>(Recall.class);

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            textBlock =
                    """
            absent,    file,          RecallFiled and PlanStaged
            staged,    file,          nothing
            staged,    file other,    recall.already-filed
            staged,    stage,         nothing
            staged,    stage other,   PlanStaged
            staged,    confirm,       PlanConfirmed
            staged,    confirm other, recall.plan-changed
            staged,    confirm late,  recall.plan-changed
            staged,    drop,          RecallDropped
            staged,    take 1,        nothing
            staged,    miss 1,        nothing
            nothing,   confirm none,  PlanConfirmed and RecallCompleted
            confirmed, stage other,   recall.wrong-state
            confirmed, confirm,       recall.wrong-state
            confirmed, drop,          recall.wrong-state
            confirmed, take 1,        MeasureTaken
            confirmed, take 3,        recall.wrong-state
            confirmed, miss 1,        MeasurePostponed
            confirmed, miss 3,        recall.wrong-state
            missed,    miss 1,        nothing
            missed,    miss 2,        MeasurePostponed
            missed,    take 1,        MeasureTaken
            half,      miss 1,        nothing
            half,      take 1,        nothing
            half,      take 2,        MeasureTaken and RecallCompleted
            completed, take 2,        nothing
            completed, miss 2,        nothing
            completed, file,          nothing
            completed, drop,          recall.wrong-state
            dropped,   confirm,       recall.wrong-state
            """)
    void everyCommandInEveryState(String state, String command, String outcome) {
        var history = history(state);

        then(
                (history.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(history)).when(command(command)),
                outcome);
    }

    @Test
    void aPlanThatFindsTheSameIsTheSame() {
        assertThat(new Plan(List.of(PRODUCT, PRODUCT), List.of(LISTING, COPY, COPY)))
                .isEqualTo(PLAN);
        assertThat(PLAN.measures())
                .as("nothing new begins before what is out is dealt with")
                .containsExactly(LISTING, COPY);
        assertThat(PLAN.digest()).isNotEqualTo(OTHER.digest()).startsWith("sha-256:");
    }

    @ParameterizedTest
    @CsvSource({"CONSENT_WITHDRAWN, product", "PARTY_DISQUALIFIED, participant", "LAW_CHANGED, ruleBook"})
    void anOccurrenceIsAboutWhatItsKindIsAbout(Kind kind, String field) {
        assertThat(of(kind).subject()).isNotBlank();
        assertThatThrownBy(() -> new Occurrence(kind, null, null, null, "seen", "vault/1"))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.path()).isEqualTo(field));
    }

    private static List<RecallEvent> history(String state) {
        var filed = new RecallFiled(ID, WITHDRAWN, null);
        var staged = new PlanStaged(ID, PLAN, PLAN.digest());
        var confirmed = new PlanConfirmed(ID, PLAN.digest());
        var first = new MeasureTaken(ID, 1, "done");
        return switch (state) {
            case "absent" -> List.of();
            case "staged" -> List.of(filed, staged);
            case "nothing" -> List.of(filed, new PlanStaged(ID, NOTHING, NOTHING.digest()));
            case "confirmed" -> List.of(filed, staged, confirmed);
            case "missed" -> List.of(filed, staged, confirmed, new MeasurePostponed(ID, 1, "a gap"));
            case "half" -> List.of(filed, staged, confirmed, first);
            case "completed" ->
                List.of(filed, staged, confirmed, first, new MeasureTaken(ID, 2, "done"), new RecallCompleted(ID));
            case "dropped" -> List.of(filed, staged, new RecallDropped(ID, "a mistake"));
            default -> throw new IllegalArgumentException(state);
        };
    }

    private static RecallCommand command(String name) {
        return switch (name) {
            case "file" -> new FileRecall(ID, WITHDRAWN, null, OTHER);
            case "file other" -> new FileRecall(ID, of(Kind.LICENCE_LAPSED), null, PLAN);
            case "stage" -> new StagePlan(ID, PLAN);
            case "stage other" -> new StagePlan(ID, OTHER);
            case "confirm" -> new ConfirmPlan(ID, PLAN.digest(), PLAN);
            case "confirm other" -> new ConfirmPlan(ID, OTHER.digest(), PLAN);
            case "confirm late" -> new ConfirmPlan(ID, PLAN.digest(), OTHER);
            case "confirm none" -> new ConfirmPlan(ID, NOTHING.digest(), NOTHING);
            case "drop" -> new DropRecall(ID, "a mistake");
            case "miss 1", "miss 2", "miss 3" ->
                new PostponeMeasure(ID, Integer.parseInt(name.substring("miss ".length())), "a gap");
            default -> new RecordMeasure(ID, Integer.parseInt(name.substring("take ".length())), "done");
        };
    }

    private static Occurrence of(Kind kind) {
        return switch (kind) {
            case CONSENT_WITHDRAWN, LICENCE_LAPSED -> new Occurrence(kind, PRODUCT, null, null, "seen", "vault/1");
            case PARTY_DISQUALIFIED -> new Occurrence(kind, null, new ParticipantId("lion"), null, "seen", "vault/1");
            case LAW_CHANGED -> new Occurrence(kind, null, null, "sha-256:" + "0c".repeat(32), "seen", "vault/1");
        };
    }
}
