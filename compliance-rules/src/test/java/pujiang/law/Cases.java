package pujiang.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue's profiles and worked examples, and questions made from them. */
final class Cases {

    static final JsonMapper JSON = new JsonMapper();
    static final LawReview LAW = new LawReview(RuleBook.load());

    private static final Map<String, Map<String, @Nullable Object>> PROFILES =
            JSON.readValue(resource("profiles.json"), new TypeReference<>() {});

    private Cases() {}

    /** A profile's facts at a gate, with some changed; a change to "?" makes a fact unknown. */
    static ProposedExchange question(String profile, Gate gate, Map<String, ? extends @Nullable Object> changes) {
        var stated = new HashMap<>(PROFILES.get(profile));
        stated.putAll(changes);
        stated.values().removeIf("?"::equals);
        var on = LocalDate.parse(String.valueOf(stated.get("evalDate")));
        stated.keySet().removeAll(List.of("gate", "evalDate"));
        return new ProposedExchange(gate, on, FactSheet.of(stated));
    }

    /** The same, with the changes as JSON. */
    static ProposedExchange question(String profile, Gate gate, String changes) {
        return question(profile, gate, JSON.readValue(changes, new TypeReference<Map<String, @Nullable Object>>() {}));
    }

    /** The question of one of the catalogue's examples. */
    static ProposedExchange question(JsonNode example) {
        return question(
                example.get("profile").asString(),
                Gate.valueOf(example.get("gate").asString()),
                example.get("changes").toString());
    }

    static Map<String, Outcome> fired(Decision decision) {
        return decision.findings().stream()
                .collect(Collectors.toMap(
                        finding -> finding.rule(), finding -> finding.outcome(), (one, _) -> one, TreeMap::new));
    }

    static List<JsonNode> examples() {
        return resource("examples.jsonl").lines().map(JSON::readTree).toList();
    }

    static String resource(String name) {
        try (var stream = Cases.class.getResourceAsStream("/law/" + name)) {
            if (stream == null) throw new IllegalStateException("no test resource law/" + name);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
