package pujiang.web.page;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Clearance;
import pujiang.compliance.Clearance.Lifting;

/**
 * A text that was given along with an event. Each feature names those of its events.
 *
 * @param label key of what it is, after {@code said.}
 * @param text null where none was given
 * @param place of the text in the event's JSON, by which it is known who may read it
 */
public record Said(String label, @Nullable String text, String place) {

    public static Said of(String label, @Nullable String text, String place) {
        return new Said(label, text, place);
    }

    public static Said reason(String text) {
        return Said.of("reason", text, "/reason");
    }

    public static Said ground(String text) {
        return Said.of("ground", text, "/ground");
    }

    /** What an officer has said who let something pass; nothing where no officer had to look. */
    public static Stream<Said> of(Clearance clearance) {
        Optional<Lifting> lifting = clearance.lifting();
        return lifting.stream().flatMap(each -> of(each, "/clearance/lifting"));
    }

    public static Stream<Said> of(Lifting lifting, String place) {
        return Stream.of(
                Said.of("officer", lifting.officer(), place + "/officer"),
                Said.of("ground", lifting.ground(), place + "/ground"),
                Said.of("evidence", lifting.evidence(), place + "/evidence"));
    }

    /** The same, as its reader reads it. */
    Said as(String read) {
        return new Said(label, read, place);
    }
}
