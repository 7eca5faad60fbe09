package pujiang.stop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Refused;

/** All suspensions of one subject, in the order in which they were set. */
public record Stops(List<Stop> standing) {

    public static final Stops NONE = new Stops(List.of());

    public Stops {
        standing = List.copyOf(standing);
    }

    public boolean isEmpty() {
        return standing.isEmpty();
    }

    public boolean contains(Stop stop) {
        return contains(stop.ground(), stop.cause());
    }

    public boolean contains(Ground ground, @Nullable String cause) {
        return standing.stream().anyMatch(each -> each.is(ground, cause));
    }

    /** A suspension set twice is kept once, as first set. */
    public Stops with(Stop another) {
        if (contains(another)) return this;
        var more = new ArrayList<>(standing);
        more.add(another);
        return new Stops(more);
    }

    public Stops without(Ground ground, @Nullable String cause) {
        return new Stops(
                standing.stream().filter(each -> !each.is(ground, cause)).toList());
    }

    public Stops without(Collection<Stop> lifted) {
        var left = this;
        for (var each : lifted) left = left.without(each.ground(), each.cause());
        return left;
    }

    /** The suspension that a refusal names. */
    public Optional<Stop> first() {
        return standing.stream()
                .min(Comparator.comparingInt(
                        stop -> Ground.PRECEDENCE.indexOf(stop.ground().author())));
    }

    /** The suspensions that keep another listing of the same product from replacing this one. */
    public Stops bindingSuccessors() {
        return new Stops(standing.stream()
                .filter(each -> each.ground().bindsSuccessors())
                .toList());
    }

    /**
     * The suspensions that these authors may lift now.
     *
     * @param subject the suspended subject, for the refusal
     * @param mended causes that no longer apply: recalls lifted from the product, discharged obligations
     * @throws Refused if there is none, naming a remaining suspension and the way to have it lifted
     */
    public List<Stop> liftedBy(String subject, Set<Author> whom, Set<String> mended) {
        var lifted = standing.stream()
                .filter(each -> each.ground().isLiftedBy(whom) && isMended(each, mended))
                .toList();
        if (lifted.stream().allMatch(each -> each.author() == Author.LAW) && lifted.size() < standing.size()) {
            throw notNow(subject, whom, lifted);
        }
        return lifted;
    }

    private Refused notNow(String subject, Set<Author> whom, List<Stop> lifted) {
        var left = without(lifted);
        var own = new Stops(left.standing.stream()
                .filter(each -> each.ground().isLiftedBy(whom))
                .toList());
        return new Refused(
                own.isEmpty()
                        ? StopRefusal.NotYours.of(
                                subject, left.first().orElseThrow().ground())
                        : StopRefusal.GroundStands.of(subject, own.first().orElseThrow()));
    }

    private static boolean isMended(Stop stop, Set<String> mended) {
        return switch (stop.ground()) {
            case OWN_PAUSE, OPERATOR_ORDER, OFFICER_ORDER, LAW_DENIES, LAW_CHANGED, RECALLED -> true;
            case CONSENT_WITHDRAWN, LICENCE_LAPSED, PARTY_DISQUALIFIED, OBLIGATION_BREACHED ->
                stop.cause() != null && mended.contains(stop.cause());
        };
    }
}
