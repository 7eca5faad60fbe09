package pujiang.web.page;

import java.util.List;

/**
 * What a form asks. The name is the key of its label.
 *
 * @param value what it holds at first, or what the reader wrote before it was refused
 */
record Field(String name, Kind kind, String value, List<Choice> choices) {

    enum Kind {
        LINE,
        AREA,
        CHOICE,
        HIDDEN
    }

    /** One of several. */
    record Choice(String value, String text) {}

    static Field line(String name) {
        return new Field(name, Kind.LINE, "", List.of());
    }

    static Field area(String name) {
        return new Field(name, Kind.AREA, "", List.of());
    }

    static Field choice(String name, List<Choice> choices) {
        return new Field(name, Kind.CHOICE, "", choices);
    }

    static Field hidden(String name, Object value) {
        return new Field(name, Kind.HIDDEN, value.toString(), List.of());
    }

    Field holding(String written) {
        return new Field(name, kind, written, choices);
    }
}
