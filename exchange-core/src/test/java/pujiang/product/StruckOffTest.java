package pujiang.product;

import static pujiang.Then.then;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.FactSheet;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductCommand.AssessProduct;
import pujiang.product.ProductCommand.ResumeProduct;
import pujiang.product.ProductCommand.SuspendProduct;
import pujiang.product.ProductDescription.Frequency;
import pujiang.product.ProductEvent.ProductAssessed;
import pujiang.product.ProductEvent.ProductRegistered;
import pujiang.product.ProductEvent.ProductStopLifted;
import pujiang.product.ProductEvent.ProductStruckOff;
import pujiang.product.ProductEvent.ProductSuspended;
import pujiang.stop.Author;
import pujiang.stop.Ground;
import pujiang.stop.Stop;

/** Striking a product off lifts nothing, and takes the way out from nobody: what stands on it can be mended. */
class StruckOffTest {

    private static final ProductId ID = new ProductId("pm25-hourly");
    private static final Instant NOW = Instant.parse("2026-11-22T16:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Assessment BEFORE = assessment("licence-2025", "licence of 2025");
    private static final Assessment LICENCE = assessment("licence-2026", "licence of 2026");
    private static final Stop LAPSED =
            Stop.of(Ground.LICENCE_LAPSED, "recall-7", "exchange", "the licence has lapsed", NOW);

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            textBlock =
                    """
            assessed struck-off,                           assess,           product.struck-off
            assessed struck-off,                           assess before,    product.struck-off
            struck-off suspended,                          assess,           ProductAssessed
            suspended struck-off,                          assess,           ProductAssessed
            suspended struck-off,                          resume,           stop.ground-stands
            assessed suspended struck-off,                 resume by before, stop.ground-stands
            assessed suspended struck-off,                 assess before,    nothing
            assessed suspended struck-off,                 assess other,     product.already-assessed
            suspended struck-off licensed,                 assess,           nothing
            suspended struck-off licensed,                 resume,           ProductStopLifted
            suspended struck-off licensed lifted,          assess again,     product.struck-off
            suspended struck-off licensed lifted,          suspend,          ProductSuspended
            """)
    void whatStandsOnAProductThatIsStruckOffIsMendedAsBefore(String events, String command, String outcome) {
        var history = new ArrayList<Object>(List.of(registered()));
        for (var event : List.of(events.split(" "))) history.add(event(event));
        var fixture =
                new AggregateTestFixture<>(Product.class).registerInjectableResource(Clock.fixed(NOW, ZoneOffset.UTC));

        then(fixture.given(history).when(command(command)), outcome);
    }

    private static ProductEvent event(String name) {
        return switch (name) {
            case "assessed" -> new ProductAssessed(ID, BEFORE);
            case "suspended" -> new ProductSuspended(ID, LAPSED);
            case "struck-off" -> new ProductStruckOff(ID, "sensor was broken");
            case "licensed" -> new ProductAssessed(ID, LICENCE);
            case "lifted" -> new ProductStopLifted(ID, LAPSED.ground(), LAPSED.cause(), "seen", LICENCE.id());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static ProductCommand command(String name) {
        return switch (name) {
            case "assess" -> new AssessProduct(ID, LICENCE);
            case "assess before" -> new AssessProduct(ID, BEFORE);
            case "assess other" -> new AssessProduct(ID, assessment("licence-2025", "another paper"));
            case "assess again" -> new AssessProduct(ID, assessment("licence-2027", "licence of 2027"));
            case "resume" -> new ResumeProduct(ID, Set.of(Author.OFFICER), "seen", LICENCE.id());
            case "resume by before" -> new ResumeProduct(ID, Set.of(Author.OFFICER), "seen", BEFORE.id());
            case "suspend" -> new SuspendProduct(ID, LAPSED);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Assessment assessment(String id, String evidence) {
        var found = FactSheet.of(Map.of("product.sourceExplained", true));
        return new Assessment(new AssessmentId(id), "a law firm", found, evidence, TODAY);
    }

    private static ProductRegistered registered() {
        var described =
                new ProductDescription("PM2.5", "", List.of(), null, null, Frequency.HOURLY, 26_280, 0, "", "measured");
        return new ProductRegistered(
                ID,
                RegistrationNumber.of("PJR", TODAY, ID.value()),
                new ParticipantId("delta-air"),
                described,
                new ProductProfile(FactSheet.of(Map.of("product.grade", "GENERAL"))));
    }
}
