package pujiang.web.fsck;

import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import pujiang.listing.Listing;
import pujiang.obligation.Obligation;
import pujiang.participant.Participant;
import pujiang.recall.Recall;
import pujiang.trade.Trade;
import pujiang.web.fsck.Findings.Subject;
import pujiang.web.json.JsonConventions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * No answer that is kept for repetition tells of something that never was. Which request it answered is not known, only its
 * digest is kept; so the answer must be true of the thing at the version that it names, or at some time.
 */
@Component
final class AnswerCheck implements Check {

    private static final Label LABEL = new Label(
            "answers",
            "应答",
            "every answer kept under an idempotency key tells a state that the events had",
            "每一按幂等键保存的应答所述状态均为事件所曾有",
            "delete the row of idempotency, so that the same request is judged anew, and tell the caller",
            "删除 idempotency 中的该行，使同一请求得以重新判断，并告知请求方");

    private static final Subject ANSWERS = new Subject("answers", "应答");

    /** By a field that only its answer has. */
    private static final Map<String, Class<?>> KINDS = Map.of(
            "agreement", Trade.class,
            "terms", Listing.class,
            "organisation", Participant.class,
            "duty", Obligation.class,
            "occurrence", Recall.class);

    private static final JsonMapper JSON = JsonConventions.mapper(1 << 24);

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Answers(snapshot, findings);
    }

    private record Answers(Snapshot snapshot, Findings findings) implements Examination {

        @Override
        public void end() throws SQLException {
            snapshot.walk(
                    """
                    SELECT caller, key_hash, status, headers, body FROM idempotency
                    WHERE caller > ? OR caller = ? AND key_hash > ? ORDER BY caller, key_hash""",
                    List.of("", "", new byte[0]),
                    row -> {
                        findings.looked(ANSWERS);
                        var caller = row.getString(1);
                        var key = row.getBytes(2);
                        var place = "answer to %s, key hash %s"
                                .formatted(caller, HexFormat.of().formatHex(key));
                        if (row.getInt(3) / 100 == 2) look(place, row.getBytes(5));
                        return List.of(caller, caller, key);
                    });
        }

        private void look(String place, byte[] body) throws SQLException {
            var said = read(body);
            for (var kind : KINDS.entrySet()) {
                if (said.has(kind.getKey())
                        && said.path("id").isString()
                        && said.path("state").isString()) {
                    compare(place, kind.getValue(), said);
                }
            }
        }

        private void compare(String place, Class<?> aggregate, JsonNode said) throws SQLException {
            var id = said.path("id").asString();
            var names = snapshot.list(
                    """
                    SELECT payload_type FROM domain_event_entry
                    WHERE aggregate_identifier = ? AND type = ? ORDER BY sequence_number""",
                    row -> row.getString(1),
                    id,
                    aggregate.getSimpleName());
            var version = version(said);
            if (isTrue(aggregate, names, said.path("state").asString(), version)) return;
            findings.damage(
                    place,
                    "it says that %s %s is %s%s, which the events never had"
                            .formatted(
                                    aggregate.getSimpleName(),
                                    id,
                                    said.path("state").asString(),
                                    version.map(number -> " at version " + number)
                                            .orElse("")),
                    "其称 %s %s 为 %s%s，而事件从未有此状态"
                            .formatted(
                                    aggregate.getSimpleName(),
                                    id,
                                    said.path("state").asString(),
                                    version.map(number -> "（版本 %d）".formatted(number))
                                            .orElse("")));
        }
    }

    private static boolean isTrue(Class<?> aggregate, List<String> names, String state, Optional<Integer> version) {
        if (version.isPresent()) {
            return version.get() < names.size() && isAfter(aggregate, names, state, version.get() + 1);
        }
        return IntStream.rangeClosed(1, names.size()).anyMatch(count -> isAfter(aggregate, names, state, count));
    }

    private static boolean isAfter(Class<?> aggregate, List<String> names, String state, int count) {
        return Course.after(aggregate, names.subList(0, count)).equals(Optional.of(state));
    }

    private static Optional<Integer> version(JsonNode said) {
        var version = said.path("version");
        return version.isInt() && version.intValue() >= 0 ? Optional.of(version.intValue()) : Optional.empty();
    }

    private static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }
}
