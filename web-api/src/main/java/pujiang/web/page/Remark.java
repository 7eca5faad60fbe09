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
public record Remark(String label, @Nullable String text, String place) {

    public static Remark of(String label, @Nullable String text, String place) {
        return new Remark(label, text, place);
    }

    public static Remark reason(String text) {
        return Remark.of("reason", text, "/reason");
    }

    public static Remark ground(String text) {
        return Remark.of("ground", text, "/ground");
    }

    /** What an officer has said who let something pass; nothing where no officer had to look. */
    public static Stream<Remark> of(Clearance clearance) {
        Optional<Lifting> lifting = clearance.lifting();
        return lifting.stream().flatMap(each -> of(each, "/clearance/lifting"));
    }

    public static Stream<Remark> of(Lifting lifting, String place) {
        return Stream.of(
                Remark.of("officer", lifting.officer(), place + "/officer"),
                Remark.of("ground", lifting.ground(), place + "/ground"),
                Remark.of("evidence", lifting.evidence(), place + "/evidence"));
    }

    /** The same, as its reader reads it. */
    Remark as(String read) {
        return new Remark(label, read, place);
    }
}
