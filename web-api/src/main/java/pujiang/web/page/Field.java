package pujiang.web.page;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;

/**
 * What a form asks. The name is the key of its label, unless it brings one along.
 *
 * @param value what it holds at first, or what the reader wrote before it was refused
 */
public record Field(String name, Kind kind, String value, List<Choice> choices, @Nullable Bilingual label) {

    Field(String name, Kind kind, String value, List<Choice> choices) {
        this(name, kind, value, choices, null);
    }

    public enum Kind {
        LINE,
        /** A line, or nothing. */
        LINE_AT_WILL,
        AREA,
        CHOICE,
        /** Any number of the choices. */
        SEVERAL,
        /** A day, or none. */
        DAY,
        /** A minute of Shanghai's. */
        MINUTE,
        HIDDEN
    }

    /** One of several. */
    public record Choice(String value, String text) {}

    public static Field line(String name) {
        return new Field(name, Kind.LINE, "", List.of());
    }

    public static Field lineAtWill(String name) {
        return new Field(name, Kind.LINE_AT_WILL, "", List.of());
    }

    public static Field area(String name) {
        return new Field(name, Kind.AREA, "", List.of());
    }

    public static Field choice(String name, List<Choice> choices) {
        return new Field(name, Kind.CHOICE, "", choices);
    }

    public static Field several(String name, List<Choice> choices) {
        return new Field(name, Kind.SEVERAL, "", choices);
    }

    /** Whether nothing is chosen until the reader chooses: what somebody declares has no default. */
    public boolean undecided() {
        return kind == Kind.CHOICE
                && choices.stream().noneMatch(choice -> choice.value().isEmpty());
    }

    public static Field day(String name) {
        return new Field(name, Kind.DAY, "", List.of());
    }

    public static Field minute(String name) {
        return new Field(name, Kind.MINUTE, "", List.of());
    }

    public static Field hidden(String name, Object value) {
        return new Field(name, Kind.HIDDEN, value.toString(), List.of());
    }

    /** With something beside the label that it has brought along, in the reader's language. */
    public Field telling(String said, Localizer localizer) {
        var told = localizer.text(Objects.requireNonNull(label)) + " – " + said;
        return new Field(name, kind, value, choices, new Bilingual(told, told));
    }

    public Field holding(String written) {
        return new Field(name, kind, written, choices, label);
    }
}
