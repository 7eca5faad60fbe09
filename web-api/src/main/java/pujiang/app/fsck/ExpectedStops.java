package pujiang.app.fsck;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.app.json.JsonConventions;
import pujiang.listing.ListingEvent.ListingResumed;
import pujiang.listing.ListingEvent.ListingResumptionRefused;
import pujiang.listing.ListingEvent.ListingStopLifted;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.participant.ParticipantEvent.ParticipantReinstated;
import pujiang.participant.ParticipantEvent.ParticipantStopLifted;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.product.ProductEvent.ProductStopLifted;
import pujiang.product.ProductEvent.ProductSuspended;
import pujiang.stop.Ground;
import pujiang.stop.Stop;
import tools.jackson.databind.json.JsonMapper;

/** The stops of a thing after its events, derived independently of the boards and the aggregates. */
final class ExpectedStops {

    private static final JsonMapper JSON = JsonConventions.mapper(1 << 16);

    /** By ground and cause: a stop set twice counts once, as first set. */
    private final Map<Kind, Stood> stops = new LinkedHashMap<>();

    private record Kind(Ground ground, @Nullable String cause) {}

    /**
     * A stop in effect.
     *
     * @param signed whether the event names its author; else only its ground and cause are known
     * @param since null where only the event's own instant is known
     */
    private record Stood(Stop stop, boolean signed, @Nullable Instant since) {

        boolean is(Stop stored) {
            if (!stop.is(stored.ground(), stored.cause()) || stop.author() != stored.author()) return false;
            return !signed
                    || (stop.by().equals(stored.by())
                            && stop.reason().equals(stored.reason())
                            && (since == null || since.equals(stored.since())));
        }
    }

    static ExpectedStops after(EventStream eventStream) {
        var expectedStops = new ExpectedStops();
        eventStream.events().stream().map(EventStream.Stored::event).forEach(expectedStops::take);
        return expectedStops;
    }

    private void take(@Nullable Object event) {
        switch (event) {
            case ListingSuspended suspended -> set(suspended.stop(), suspended.reason());
            case ParticipantSuspended suspended -> set(suspended.stop(), suspended.reason());
            case ProductSuspended suspended -> set(suspended.stop(), "");
            case ListingResumptionRefused refused -> set(new Stood(refused.stopped(Instant.EPOCH), true, null));
            case ListingStopLifted lifted -> stops.remove(new Kind(lifted.ground(), lifted.cause()));
            case ParticipantStopLifted lifted -> stops.remove(new Kind(lifted.ground(), lifted.cause()));
            case ProductStopLifted lifted -> stops.remove(new Kind(lifted.ground(), lifted.cause()));
            case ListingResumed _ -> stops.clear();
            case ParticipantReinstated _ -> stops.clear();
            case null, default -> {}
        }
    }

    private void set(@Nullable Stop stop, String reason) {
        set(
                stop == null
                        ? new Stood(Stop.unsigned(reason, Instant.EPOCH), false, null)
                        : new Stood(stop, true, stop.since()));
    }

    private void set(Stood stood) {
        stops.putIfAbsent(new Kind(stood.stop().ground(), stood.stop().cause()), stood);
    }

    boolean isEmpty() {
        return stops.isEmpty();
    }

    /**
     * Whether a board shows these and no others.
     *
     * @param stopped whether the thing's state is "suspended". Stops set before stops had an author were entered into
     * the boards for such things only, so on others they may be missing
     */
    boolean isShown(List<Stop> stored, boolean stopped) {
        return stored.stream().allMatch(each -> stops.values().stream().anyMatch(stood -> stood.is(each)))
                && stops.values().stream()
                        .filter(stood -> stood.signed() || stopped)
                        .allMatch(stood -> stored.stream().anyMatch(stood::is))
                && stored.size() <= stops.size();
    }

    /** From the column of a board; empty without stops. */
    static List<Stop> read(@Nullable String column) {
        return column == null ? List.of() : JSON.readerForListOf(Stop.class).readValue(column);
    }

    static String written(List<Stop> stops) {
        return named(stops.stream());
    }

    @Override
    public String toString() {
        return named(stops.values().stream().map(Stood::stop));
    }

    private static String named(Stream<Stop> stops) {
        var names = stops.map(ExpectedStops::named)
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static String named(Stop stop) {
        return "%s %s by %s (%s)"
                .formatted(stop.ground(), Objects.requireNonNullElse(stop.cause(), "–"), stop.by(), stop.reason());
    }
}
