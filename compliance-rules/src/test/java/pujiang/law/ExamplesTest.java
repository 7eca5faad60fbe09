package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** The catalogue's worked examples: a right decision for the wrong reason fails. */
class ExamplesTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void firesExactlyWhatTheCatalogueSays(String title, JsonNode example) {
        var decision = Cases.LAW.review(Cases.question(
                example.get("profile").asString(),
                Gate.valueOf(example.get("gate").asString()),
                Cases.JSON.convertValue(
                        example.get("changes"), new TypeReference<Map<String, @Nullable Object>>() {})));

        assertThat(Cases.fired(decision)).isEqualTo(expected(example));
        assertThat(decision.verdict().name()).isEqualTo(example.get("decision").asString());
    }

    @Test
    void theBookHoldsTheWholeCatalogue() {
        assertThat(Cases.LAW.book().rules().stream().map(Rule::id).distinct()).hasSize(90);
    }

    static Stream<Object[]> examples() {
        return Cases.examples().stream().map(example -> new Object[] {
            example.get("id").asString() + " " + example.get("title").asString(), example
        });
    }

    private static Map<String, Outcome> expected(JsonNode example) {
        var expected = new TreeMap<String, Outcome>();
        example.get("fired")
                .properties()
                .forEach(entry -> expected.put(
                        entry.getKey(), Outcome.valueOf(entry.getValue().asString())));
        return expected;
    }
}
