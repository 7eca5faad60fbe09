package pujiang.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dictionary is the catalogue's, word for word. */
class FactDictionaryTest {

    /** Components of the question itself, not facts about the exchange. */
    private static final Set<String> OF_THE_QUESTION = Set.of("evalDate", "gate");

    private static final JsonNode CATALOGUE =
            new JsonMapper().readTree(FactDictionaryTest.class.getResourceAsStream("/law/facts.json"));

    @Test
    void namesAndTypesAreThoseOfTheCatalogue() {
        var catalogue = new LinkedHashMap<String, String>();
        CATALOGUE.properties().forEach(entry -> {
            if (!OF_THE_QUESTION.contains(entry.getKey())) catalogue.put(entry.getKey(), type(entry.getValue()));
        });

        assertThat(FactDictionary.all().stream().collect(Collectors.toMap(Fact::name, FactDictionaryTest::type)))
                .isEqualTo(catalogue);
    }

    @Test
    void termsAreThoseOfTheCatalogue() {
        assertThat(FactDictionary.all()).allSatisfy(fact -> assertThat(fact.term())
                .as(fact.name())
                .isEqualTo(CATALOGUE.get(fact.name()).get("zh").asString()));
    }

    @Test
    void everyFactHasOnePlaceOnASheet() {
        var places = FactDictionary.all().stream().map(Fact::position).collect(Collectors.toSet());

        assertThat(places).hasSameSizeAs(FactDictionary.all());
    }

    private static String type(Fact<?> fact) {
        return sorted(fact.type()) + (fact.optional() ? "?" : "");
    }

    private static String type(JsonNode entry) {
        var type = entry.get("type").asString();
        var nullable = entry.has("nullable") && entry.get("nullable").asBoolean();
        return switch (type) {
                    case "enum" -> sorted("one of " + values(entry));
                    case "set" -> sorted("set of " + values(entry));
                    default -> type;
                }
                + (nullable ? "?" : "");
    }

    private static String values(JsonNode entry) {
        return entry.get("values").valueStream().map(JsonNode::asString).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The order of an enum's values means nothing. */
    private static String sorted(String type) {
        int open = type.indexOf('[');
        if (open < 0) return type;
        var values = type.substring(open + 1, type.length() - 1).split(", ");
        return type.substring(0, open) + Arrays.stream(values).sorted().toList();
    }
}
