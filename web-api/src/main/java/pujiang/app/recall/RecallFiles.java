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

/** A recall as a file that anybody can check without asking the exchange: all that it tells is in one signed statement. */
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
     * @param attestation its statement says the recall and its events once more, in canonical form; the signatures are of that
     * @param events what was filed, every plan, who confirmed which, and when each measure was taken with what outcome
     */
    public record RecallFile(Attestation attestation, PublicKeys keys, RecallView recall, List<HistoryEntry> events) {}

    /** Told and signed as it stands now, each time anew. */
    public RecallFile of(RecallView recall) {
        var events = history.read(Recall.class, recall.id().value(), HistoryAudience.STAFF);
        var told = events.stream().map(event -> object(json.valueToTree(event))).toList();
        var signed = notary.recallFile(object(json.valueToTree(recall)), told, clock.instant());
        return new RecallFile(signed, keys.published(), recall, events);
    }

    /** What is null is left out: the canonical form has no word for it. */
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
