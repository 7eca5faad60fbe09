package pujiang.web.page;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Fact;

/**
 * What a form asks. The name is the key of its label, unless it brings one along.
 *
 * @param value what it holds at first, or what the reader wrote before it was refused
 */
record Field(String name, Kind kind, String value, List<Choice> choices, @Nullable Bilingual label) {

    Field(String name, Kind kind, String value, List<Choice> choices) {
        this(name, kind, value, choices, null);
    }

    enum Kind {
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
    record Choice(String value, String text) {}

    static Field line(String name) {
        return new Field(name, Kind.LINE, "", List.of());
    }

    static Field lineAtWill(String name) {
        return new Field(name, Kind.LINE_AT_WILL, "", List.of());
    }

    static Field area(String name) {
        return new Field(name, Kind.AREA, "", List.of());
    }

    static Field choice(String name, List<Choice> choices) {
        return new Field(name, Kind.CHOICE, "", choices);
    }

    static Field several(String name, List<Choice> choices) {
        return new Field(name, Kind.SEVERAL, "", choices);
    }

    /** Whether nothing is chosen until the reader chooses: what somebody declares has no default. */
    public boolean undecided() {
        return kind == Kind.CHOICE
                && choices.stream().noneMatch(choice -> choice.value().isEmpty());
    }

    /** A value of a fact; to be chosen where it can be, else written as the label says. */
    static Field fact(Fact<?> fact, List<Choice> choices) {
        var name = Written.FACT + fact.name();
        if (!choices.isEmpty()) return new Field(name, Kind.CHOICE, "", choices, fact.words());
        var form = fact.type() + (fact.optional() ? " | -" : "");
        var label = new Bilingual(fact.term() + "（" + form + "）", fact.meaning() + " (" + form + ")");
        return new Field(name, Kind.LINE, "", List.of(), label);
    }

    /** As {@link #fact} where nothing can be chosen, and nothing need be written. */
    static Field factAtWill(Fact<?> fact) {
        var field = fact(fact, List.of());
        return new Field(field.name, Kind.LINE_AT_WILL, "", List.of(), field.label);
    }

    static Field day(String name) {
        return new Field(name, Kind.DAY, "", List.of());
    }

    static Field minute(String name) {
        return new Field(name, Kind.MINUTE, "", List.of());
    }

    static Field hidden(String name, Object value) {
        return new Field(name, Kind.HIDDEN, value.toString(), List.of());
    }

    /** With something beside the label that it has brought along, in the reader's language. */
    Field telling(String said, Reader reader) {
        var told = reader.text(Objects.requireNonNull(label)) + " – " + said;
        return new Field(name, kind, value, choices, new Bilingual(told, told));
    }

    Field holding(String written) {
        return new Field(name, kind, written, choices, label);
    }
}
