package pujiang.app.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.fsck.Findings.Subject;
import pujiang.app.json.JsonConventions;
import pujiang.listing.Listing;
import pujiang.obligation.Obligation;
import pujiang.participant.Participant;
import pujiang.product.Product;
import pujiang.recall.Recall;
import pujiang.trade.Trade;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Checks that every stored answer describes a real act and fits its request: it names the thing that was acted on, at a
 * time when that had been done, and equals the one that was recorded with the request's digest.
 */
@Component
final class AnswerCheck implements Check {

    private static final Label LABEL = new Label(
            "answers",
            "应答",
            "every answer kept under an idempotency key is the one to its request, and reports a state that the events"
                    + " had",
            "按幂等键保存的每项应答均与其请求相符，所载状态均有事件记录",
            "delete the row of idempotency, so that the same request is processed again, and inform the caller",
            "删除 idempotency 中的该行，使同一请求重新处理，并通知请求方");

    private static final Subject ANSWERS = new Subject("answers", "应答");
    private static final Subject REQUESTS = new Subject("requests", "请求");

    /**
     * A kind of thing that is answered with.
     *
     * @param mark a field that only its answer has
     * @param collection where it is acted on
     * @param key the field with its name
     */
    private record Kind(String mark, String collection, String key, @Nullable Class<?> aggregate) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("agreement", "trades", "id", Trade.class),
            new Kind("terms", "listings", "id", Listing.class),
            new Kind("organisation", "participants", "id", Participant.class),
            new Kind("duty", "obligations", "id", Obligation.class),
            new Kind("occurrence", "recalls", "id", Recall.class),
            new Kind("profile", "products", "id", Product.class),
            new Kind("withdrawing", "accounts", "participant", null),
            new Kind("requestedBy", "bank-bookings", "id", null),
            new Kind("displayName", "users", "username", null));

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
                    SELECT caller, key_hash, status, headers, body, fingerprint, operation, seal FROM idempotency
                    WHERE caller > ? OR caller = ? AND key_hash > ? ORDER BY caller, key_hash""",
                    List.of("", "", new byte[0]),
                    row -> {
                        findings.looked(ANSWERS);
                        var caller = row.getString(1);
                        var key = row.getBytes(2);
                        var place = "answer to %s, key hash %s"
                                .formatted(caller, HexFormat.of().formatHex(key));
                        sealed(place, row);
                        if (row.getInt(3) / 100 == 2) look(place, row.getBytes(5), row.getString(7));
                        return List.of(caller, caller, key);
                    });
        }

        /** An answer of a release that did not store the request is not sealed; it is deleted within a day. */
        private void sealed(String place, ResultSet row) throws SQLException {
            if (row.getString(7) == null) return;
            findings.looked(REQUESTS);
            if (Arrays.equals(row.getBytes(8), AnswerDigest.of(row))) return;
            findings.damage(
                    place,
                    "answer, request digest and operation (%s) are not those that were recorded together"
                            .formatted(row.getString(7)),
                    "应答、请求摘要与操作（%s）并非当时一并登记者".formatted(row.getString(7)));
        }

        private void look(String place, byte[] body, @Nullable String operation) throws SQLException {
            var said = read(body);
            var asked = Optional.ofNullable(operation).map(AnsweredRequest::of);
            var kind = KINDS.stream()
                    .filter(each ->
                            said.has(each.mark()) && said.path(each.key()).isString())
                    .findFirst();
            if (kind.isPresent()) compare(place, kind.get(), said, asked);
            if (asked.isPresent()) mustHaveBeenDone(place, asked.get(), said);
        }

        private void compare(String place, Kind kind, JsonNode said, Optional<AnsweredRequest> asked)
                throws SQLException {
            var id = said.path(kind.key()).asString();
            if (asked.isPresent()
                    && !(asked.get().collection().equals(kind.collection())
                            && asked.get().name().equals(id))) {
                findings.damage(
                        place,
                        "it was requested for %s %s and reports %s %s"
                                .formatted(asked.get().collection(), asked.get().name(), kind.collection(), id),
                        "所问为 %s %s，所答为 %s %s"
                                .formatted(asked.get().collection(), asked.get().name(), kind.collection(), id));
            }
            if (kind.aggregate() != null && said.path("state").isString()) state(place, kind.aggregate(), said);
        }

        private void state(String place, Class<?> aggregate, JsonNode said) throws SQLException {
            var id = said.path("id").asString();
            var names = names(aggregate, id);
            var version = version(said);
            var state = said.path("state").asString();
            if (isTrue(aggregate, names, state, version)) return;
            findings.damage(
                    place,
                    "it reports that %s %s is %s%s, a state that no event has"
                            .formatted(
                                    aggregate.getSimpleName(),
                                    id,
                                    state,
                                    version.map(number -> " at version " + number)
                                            .orElse("")),
                    "其称 %s %s 为 %s%s，而事件从未有此状态"
                            .formatted(
                                    aggregate.getSimpleName(),
                                    id,
                                    state,
                                    version.map(number -> "（版本 %d）".formatted(number))
                                            .orElse("")));
        }

        /** At the version that it states, or a later one. */
        private void mustHaveBeenDone(String place, AnsweredRequest answeredRequest, JsonNode said)
                throws SQLException {
            var effects = answeredRequest.effects();
            if (effects.isEmpty()) return;
            var aggregate = KINDS.stream()
                    .filter(each -> each.collection().equals(answeredRequest.collection()))
                    .<Class<?>>map(Kind::aggregate)
                    .findFirst()
                    .orElseThrow();
            var names = names(aggregate, answeredRequest.name());
            long until = version(said).map(number -> number + 1).orElse(names.size());
            if (names.stream().limit(until).anyMatch(effects::contains)) return;
            findings.damage(
                    place,
                    "it was requested for %s of %s %s, but no event until then is of that kind"
                            .formatted(answeredRequest.step(), aggregate.getSimpleName(), answeredRequest.name()),
                    "所求为 %s %s 的 %s，而截至其时并无相应事件"
                            .formatted(aggregate.getSimpleName(), answeredRequest.name(), answeredRequest.step()));
        }

        private List<String> names(Class<?> aggregate, String id) throws SQLException {
            return snapshot.list(
                    """
                    SELECT payload_type FROM domain_event_entry
                    WHERE aggregate_identifier = ? AND type = ? ORDER BY sequence_number""",
                    row -> row.getString(1),
                    id,
                    aggregate.getSimpleName());
        }
    }

    private static boolean isTrue(Class<?> aggregate, List<String> names, String state, Optional<Integer> version) {
        if (version.isPresent()) {
            return version.get() < names.size() && isAfter(aggregate, names, state, version.get() + 1);
        }
        return IntStream.rangeClosed(1, names.size()).anyMatch(count -> isAfter(aggregate, names, state, count));
    }

    private static boolean isAfter(Class<?> aggregate, List<String> names, String state, int count) {
        return StateTransitions.after(aggregate, names.subList(0, count)).equals(Optional.of(state));
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
