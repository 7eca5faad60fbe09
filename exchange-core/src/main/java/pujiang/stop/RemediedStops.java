package pujiang.stop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;

/**
 * The suspensions of a product or party and the assessments filed since. A ground that requires documents is remedied
 * only by an assessment filed after the suspension, never by an earlier one.
 *
 * @param since for each assessment filed during a suspension, the suspensions that it may remedy
 * @param causes remedied in another way
 */
public record RemediedStops(Stops standing, List<Filed> since, Set<String> causes) {

    public static final RemediedStops NONE = new RemediedStops(Stops.NONE, List.of(), Set.of());

    public record Filed(Assessment assessment, Stops before) {}

    public RemediedStops with(Stop stop) {
        return new RemediedStops(standing.with(stop), since, causes);
    }

    public RemediedStops without(Ground ground, @Nullable String cause) {
        var left = standing.without(ground, cause);
        return left.isEmpty() ? NONE : new RemediedStops(left, since, causes);
    }

    public RemediedStops withoutAny() {
        return NONE;
    }

    /** An assessment filed without a suspension remedies none. */
    public RemediedStops after(Assessment assessment) {
        if (standing.isEmpty()) return this;
        var more = new ArrayList<>(since);
        more.add(new Filed(assessment, standing));
        return new RemediedStops(standing, List.copyOf(more), causes);
    }

    public RemediedStops mending(Set<String> others) {
        return new RemediedStops(standing, since, others);
    }

    /** As {@link Stops#liftedBy}; the assessment remedies earlier suspensions whose ground it satisfies. */
    public List<Stop> liftedBy(String subject, Set<Author> whom, @Nullable AssessmentId assessment, LocalDate today) {
        var answered = since.stream()
                .filter(filed -> filed.assessment().id().equals(assessment))
                .filter(filed -> filed.assessment().countsOn(today))
                .flatMap(RemediedStops::mends);
        var mended = Stream.concat(causes.stream(), answered).collect(Collectors.toUnmodifiableSet());
        return standing.liftedBy(subject, whom, mended);
    }

    private static Stream<String> mends(Filed filed) {
        return filed.before().standing().stream()
                .filter(stop -> stop.ground().isAnsweredBy(filed.assessment().facts()))
                .flatMap(stop -> Stream.ofNullable(stop.cause()));
    }
}
