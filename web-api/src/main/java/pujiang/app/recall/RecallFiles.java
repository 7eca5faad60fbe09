package pujiang.app.recall;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pujiang.app.history.HistoryAudience;
import pujiang.app.history.HistoryEntry;
import pujiang.app.history.HistoryReader;
import pujiang.evidence.ExchangeNotary;
import pujiang.evidence.PublicKeys;
import pujiang.evidence.SigningKeys;
import pujiang.recall.Recall;
import pujiang.trade.Attestation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A recall as a file that can be verified without the exchange: all its content is in one signed statement. */
@Component
public class RecallFiles {

    private final HistoryReader history;
    private final ExchangeNotary notary;
    private final SigningKeys keys;
    private final JsonMapper json;
    private final Clock clock;

    RecallFiles(HistoryReader history, ExchangeNotary notary, SigningKeys keys, JsonMapper json, Clock clock) {
        this.history = history;
        this.notary = notary;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param attestation its statement repeats the recall and its events in canonical form, which the signatures cover
     * @param events the filing, every plan, its confirmation, and the time and outcome of each measure
     */
    public record RecallFile(Attestation attestation, PublicKeys keys, RecallView recall, List<HistoryEntry> events) {}

    /** The current state, written and signed at each request. */
    public RecallFile of(RecallView recall) {
        var events = history.read(Recall.class, recall.id().value(), HistoryAudience.STAFF);
        var told = events.stream().map(event -> object(json.valueToTree(event))).toList();
        var signed = notary.recallFile(object(json.valueToTree(recall)), told, clock.instant());
        return new RecallFile(signed, keys.published(), recall, events);
    }

    /** Null fields are left out: the canonical form cannot express them. */
    private static Map<String, Object> object(JsonNode node) {
        var members = new HashMap<String, Object>();
        node.properties().forEach(member -> {
            if (!member.getValue().isNull()) members.put(member.getKey(), plain(member.getValue()));
        });
        return members;
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) return object(node);
        if (node.isArray()) return node.valueStream().map(RecallFiles::plain).toList();
        if (node.isBoolean()) return node.booleanValue();
        return node.isIntegralNumber() ? node.longValue() : node.asString();
    }
}
