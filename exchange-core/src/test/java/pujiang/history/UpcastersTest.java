package pujiang.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpcastersTest {

    private static final Upcast FIRST = new Upcast("lamp.lit", 1, lamp -> lamp.put("colour", "white"));
    private static final Upcast SECOND = new Upcast(
            "lamp.lit",
            2,
            lamp -> lamp.put("colour", "warm " + lamp.path("colour").asString()));

    private final Upcasters chain = new Upcasters(Map.of("lamp.lit", 3, "lamp.broken", 1), List.of(SECOND, FIRST));

    @Test
    void anEventGoesThroughEveryStepFromItsRevisionOn() {
        assertThat(current("1", "{\"lamp\":1}")).isEqualTo("{\"lamp\":1,\"colour\":\"warm white\"}");
        assertThat(current("2", "{\"lamp\":1,\"colour\":\"red\"}")).isEqualTo("{\"lamp\":1,\"colour\":\"warm red\"}");
    }

    @Test
    void anEventOfTodayIsReadAsItIsStored() {
        var stored = "{ \"lamp\" : 1 }".getBytes(UTF_8);

        assertThat(chain.current("lamp.lit", "3", stored)).isSameAs(stored);
        assertThat(chain.current("lamp.broken", "1", stored)).isSameAs(stored);
    }

    @Test
    void aNumberKeepsEveryDigit() {
        assertThat(current("2", "{\"price\":1200.50,\"count\":12345678901234567890,\"colour\":\"red\"}"))
                .startsWith("{\"price\":1200.50,\"count\":12345678901234567890,");
    }

    @Test
    void twoStepsFromOneRevisionAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upcasters(Map.of("lamp.lit", 2), List.of(FIRST, FIRST)))
                .withMessage("two steps start from lamp.lit revision 1");
    }

    @Test
    void aMissingStepIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upcasters(Map.of("lamp.lit", 3), List.of(SECOND)))
                .withMessage("no step starts from lamp.lit revision 1");
    }

    @Test
    void aStepToARevisionThatIsNotThereIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upcasters(Map.of("lamp.lit", 2), List.of(FIRST, SECOND)))
                .withMessage("the step from lamp.lit revision 2 leads to no revision");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Upcasters(Map.of(), List.of(FIRST)))
                .withMessage("the step from lamp.lit revision 1 leads to no revision");
    }

    @Test
    void anEventOfALaterProgramIsNotRead() {
        assertThat(chain.reads("lamp.lit", "4")).isFalse();
        assertThat(chain.reads("lamp.lit", "1")).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> current("4", "{}"))
                .withMessage("lamp.lit is stored in revision 4, and this program reads revisions 1 to 3");
    }

    @Test
    void theStepsOfTheProgramReachEveryEventOfTheCatalogue() {
        var program = Upcasters.ofTheProgram();

        assertThat(EventCatalogue.classes().keySet())
                .isNotEmpty()
                .allSatisfy(event -> assertThat(program.reads(event, "1")).isTrue());
    }

    private String current(String revision, String stored) {
        return new String(chain.current("lamp.lit", revision, stored.getBytes(UTF_8)), UTF_8);
    }
}
