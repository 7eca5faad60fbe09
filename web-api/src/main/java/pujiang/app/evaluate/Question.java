package pujiang.app.evaluate;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.DecisionFile;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.refusal.Invalid;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of input for the rule engine: dotted names of facts, {@code gate} and {@code evalDate} among them. */
public final class Question {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(8)
            .maxNumberLength(64)
            .maxNameLength(256)
            .maxStringLength(64 * 1024)
            .build();

    public static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<Map<String, @Nullable Object>> FACTS = new TypeReference<>() {};

    private Question() {}

    /** @throws Invalid at the name of the fact, or at the column where the line stops being JSON */
    public static ProposedExchange read(String line) {
        return of(object(line));
    }

    /** @throws Invalid at the name of the fact */
    public static ProposedExchange of(Map<String, @Nullable Object> stated) {
        var gate = gate(stated.remove("gate"));
        var on = date(stated.remove("evalDate"));
        return new ProposedExchange(gate, on, FactSheet.of(stated));
    }

    /** @throws Invalid at the column where the line stops being JSON */
    public static Map<String, @Nullable Object> object(String line) {
        try {
            var stated = JSON.readValue(line, FACTS);
            if (stated == null) throw Invalid.at("", "json.not-an-object", "must be a JSON object of facts");
            return stated;
        } catch (StreamReadException | StreamConstraintsException malformed) {
            var column = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getColumnNr();
            throw Invalid.at("column " + column, "json.malformed", "is where the line stops being JSON");
        } catch (JacksonException _) {
            throw Invalid.at("", "json.not-an-object", "must be a JSON object of facts");
        }
    }

    /**
     * The question of a saved decision, flat as a line.
     *
     * @throws Invalid if it has no facts
     */
    public static Map<String, @Nullable Object> saved(JsonNode decision) {
        if (!decision.path("format").asString("").equals(DecisionFile.FORMAT)) {
            throw Invalid.at("/format", "fact.wrong-value", "must be " + DecisionFile.FORMAT);
        }
        var stated = JSON.treeToValue(decision.path("facts"), FACTS);
        if (stated == null) throw Invalid.at("/facts", "json.not-an-object", "must be a JSON object of facts");
        stated.put("gate", decision.path("gate").asString(""));
        stated.put("evalDate", decision.path("evalDate").asString(""));
        return stated;
    }

    private static Gate gate(@Nullable Object raw) {
        return Arrays.stream(Gate.values())
                .filter(gate -> gate.name().equals(raw))
                .findFirst()
                .orElseThrow(() ->
                        Invalid.at("gate", "fact.wrong-value", "must be one of " + Arrays.toString(Gate.values())));
    }

    private static LocalDate date(@Nullable Object raw) {
        try {
            if (raw instanceof String text) return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            // reported below
        }
        throw Invalid.at("evalDate", "fact.wrong-value", "must be a date such as 2026-11-25");
    }
}
