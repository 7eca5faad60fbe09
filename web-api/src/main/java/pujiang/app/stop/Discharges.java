package pujiang.app.stop;

import java.util.Set;
import java.util.stream.Collectors;
import pujiang.stop.Author;
import pujiang.stop.Stop;
import pujiang.stop.Stops;

/** Discharged obligations: a stop that resulted from their breach can then be ended. */
public interface Discharges {

    boolean isDischarged(String obligation);

    /** The obligations that caused these stops. */
    default Set<String> among(Stops stops) {
        return stops.standing().stream()
                .filter(stop -> stop.author() == Author.OBLIGATION)
                .map(Stop::cause)
                .filter(cause -> cause != null && isDischarged(cause))
                .collect(Collectors.toUnmodifiableSet());
    }
}
