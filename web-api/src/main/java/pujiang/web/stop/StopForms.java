package pujiang.web.stop;

import java.util.Collection;
import pujiang.app.security.Caller;
import pujiang.app.stop.Parts;
import pujiang.stop.Author;
import pujiang.stop.Stop;
import pujiang.web.page.Field;

/** The stops that a caller may set and end, and so the forms of a page. */
public final class StopForms {

    private StopForms() {}

    /** Whether one of them is of the caller's kind. The law's own is asked for by whoever may lift anything there. */
    public static boolean mayLift(Collection<Stop> stops, Caller caller) {
        var parts = Parts.of(caller);
        var liftable =
                stops.stream().filter(stop -> stop.ground().isLiftedBy(parts)).toList();
        return !liftable.isEmpty()
                && (liftable.size() == stops.size() || liftable.stream().anyMatch(stop -> stop.author() != Author.LAW));
    }

    /** Whether the caller has not set one already. */
    public static boolean maySet(Collection<Stop> stops, Caller caller) {
        var parts = Parts.of(caller);
        return stops.stream().noneMatch(stop -> parts.contains(stop.author()));
    }

    /** Asks for the paper only where a ground asks for one. */
    public static Field[] lifting(Collection<Stop> stops) {
        var papers = stops.stream().anyMatch(stop -> stop.ground().asksForPapers());
        return papers
                ? new Field[] {Field.area("reason"), Field.line("assessment")}
                : new Field[] {Field.area("reason")};
    }
}
