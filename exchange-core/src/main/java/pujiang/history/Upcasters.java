package pujiang.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The chain that brings an event from the form in which it was stored to the form that the program reads. It is applied when
 * an event is read. The stored bytes never change, and evidence is computed from them.
 */
public final class Upcasters {

    /** Exact: numbers are written as they were read. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The newest revision of each event, by its stored name. */
    private final Map<String, Integer> newest;

    /** The changes of each event, starting from revision 1. */
    private final Map<String, List<UnaryOperator<ObjectNode>>> chains;

    /**
     * @param newest revision of each event, by its stored name
     * @throws IllegalArgumentException if two steps start from one revision, or a step is missing or leads nowhere
     */
    Upcasters(Map<String, Integer> newest, Collection<Upcast> steps) {
        var byPlace = new HashMap<Place, UnaryOperator<ObjectNode>>();
        for (var step : steps) {
            var place = new Place(step.event(), step.from());
            if (step.from() < 1 || step.from() >= newest.getOrDefault(step.event(), 0)) {
                throw new IllegalArgumentException("the step from " + place + " leads to no revision");
            }
            if (byPlace.put(place, step.change()) != null) {
                throw new IllegalArgumentException("two steps start from " + place);
            }
        }
        this.newest = Map.copyOf(newest);
        this.chains = newest.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, event -> chain(event.getKey(), event.getValue(), byPlace)));
    }

    /** The steps of every feature, for the events of the catalogue. */
    public static Upcasters ofTheProgram() {
        var newest = new TreeMap<String, Integer>();
        EventCatalogue.classes().forEach((name, type) -> newest.put(name, revision(type)));
        var steps = Stream.of(
                        ListingRevisions.STEPS, ParticipantRevisions.STEPS, TradeRevisions.STEPS, WatchRevisions.STEPS)
                .flatMap(List::stream)
                .toList();
        return new Upcasters(newest, steps);
    }

    /** Whether the program can read an event of that revision. It cannot if a later program has stored it. */
    public boolean reads(String event, @Nullable String revision) {
        return revision == null || !newest.containsKey(event) || isBetween(1, revision, newest(event));
    }

    /** Whether an event is stored in the current form. */
    public boolean isCurrent(String event, @Nullable String revision) {
        return revision == null || !newest.containsKey(event) || revision.equals(String.valueOf(newest(event)));
    }

    /**
     * The event in its current form.
     *
     * @param stored its JSON
     * @throws IllegalArgumentException if the program does not know the revision
     */
    public byte[] current(String event, @Nullable String revision, byte[] stored) {
        if (revision == null || isCurrent(event, revision)) return stored;
        if (!reads(event, revision)) {
            throw new IllegalArgumentException("%s is stored in revision %s, and this program reads revisions 1 to %d"
                    .formatted(event, revision, newest(event)));
        }
        if (!(JSON.readTree(stored) instanceof ObjectNode node)) {
            throw new IllegalArgumentException(event + " is stored as something else than a JSON object");
        }
        var steps = chains.getOrDefault(event, List.of());
        for (var step : steps.subList(Integer.parseInt(revision) - 1, steps.size())) node = step.apply(node);
        return JSON.writeValueAsBytes(node);
    }

    private int newest(String event) {
        return newest.getOrDefault(event, 0);
    }

    private static boolean isBetween(int first, String revision, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(String::valueOf).anyMatch(revision::equals);
    }

    private static List<UnaryOperator<ObjectNode>> chain(
            String event, int newest, Map<Place, UnaryOperator<ObjectNode>> steps) {
        return IntStream.range(1, newest)
                .mapToObj(from -> step(new Place(event, from), steps))
                .toList();
    }

    private static UnaryOperator<ObjectNode> step(Place from, Map<Place, UnaryOperator<ObjectNode>> steps) {
        var step = steps.get(from);
        if (step == null) throw new IllegalArgumentException("no step starts from " + from);
        return step;
    }

    private static int revision(Class<?> event) {
        var revision = event.getAnnotation(Revision.class);
        if (revision == null) throw new IllegalArgumentException(event + " has no revision");
        return Integer.parseInt(revision.value());
    }

    private record Place(String event, int revision) {

        @Override
        public String toString() {
            return event + " revision " + revision;
        }
    }
}
