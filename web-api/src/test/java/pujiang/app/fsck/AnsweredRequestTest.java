package pujiang.app.fsck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.history.EventCatalogue;

class AnsweredRequestTest {

    /** An effect under a name that is never stored would call every answer false. */
    @Test
    void everyEffectIsAStoredEventOfTheThingThatIsActedOn() {
        AnsweredRequest.EFFECTS.forEach((step, effects) -> {
            var thing = step.substring(0, step.indexOf('/')).replaceFirst("s$", "") + ".";
            assertThat(EventCatalogue.classes().keySet()).containsAll(effects);
            assertThat(effects).as(step).isNotEmpty().allMatch(name -> name.startsWith(thing));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "POST /api/v1/trades/t1/acceptance, trades, t1, acceptance",
        "POST /trades/t1/acceptance, trades, t1, acceptance",
        "POST /api/v1/trades/t1/document-requests/12/document, trades, t1, document-requests/*/document",
        "PUT /api/v1/trades/t1, trades, t1, ''",
        "POST /api/v1/evaluations, evaluations, '', ''"
    })
    void anAddressNamesAThingAndAStep(String operation, String collection, String name, String step) {
        assertThat(AnsweredRequest.of(operation)).isEqualTo(new AnsweredRequest(collection, name, step));
    }

    @Test
    void whatIsNotInTheTableHasNoEffectToAskFor() {
        assertThat(Stream.of("POST /api/v1/trades/t1/release", "POST /recalls/filing", "POST /listings/l1/order")
                        .map(AnsweredRequest::of)
                        .map(AnsweredRequest::effects))
                .allMatch(effects -> effects.equals(Set.of()));
        assertThat(List.copyOf(AnsweredRequest.of("POST /trades/t1/dispute").effects()))
                .containsExactly("trade.delivery-disputed");
    }
}
