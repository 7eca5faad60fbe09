package pujiang.app.stop;

import java.util.Set;
import java.util.stream.Collectors;
import pujiang.stop.Author;
import pujiang.stop.Stop;
import pujiang.stop.Stops;

/** Which obligations have been discharged: a stop that their breach has led to can be lifted then. */
public interface Discharges {

    boolean isDischarged(String obligation);

    /** Those behind these stops. */
    default Set<String> among(Stops stops) {
        return stops.standing().stream()
                .filter(stop -> stop.author() == Author.OBLIGATION)
                .map(Stop::cause)
                .filter(cause -> cause != null && isDischarged(cause))
                .collect(Collectors.toUnmodifiableSet());
    }
}
