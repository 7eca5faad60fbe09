package pujiang.web.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pujiang.app.history.HistoryEntry;

/**
 * An event as a page tells it.
 *
 * @param name key of its words, after {@code event.}
 * @param said what people or the exchange gave along with it
 */
record Happening(long number, Instant at, @Nullable String actor, String name, List<Said> said) {

    /** A text, and the key of what it is, after {@code said.} */
    record Said(String label, String text) {}

    /** Where events keep what people said, and what it is called. */
    static final List<Said> PLACES = List.of(
            new Said("reason", "/reason"),
            new Said("ground", "/ground"),
            new Said("evidence", "/evidence"),
            new Said("officer", "/clearance/lifting/officer"),
            new Said("ground", "/clearance/lifting/ground"),
            new Said("evidence", "/clearance/lifting/evidence"),
            new Said("officer", "/lifting/officer"),
            new Said("ground", "/lifting/ground"),
            new Said("evidence", "/lifting/evidence"),
            new Said("statement", "/evidence/statement"),
            new Said("content", "/evidence/sha256"),
            new Said("because", "/source"),
            new Said("ground", "/waiver/lifting/ground"),
            new Said("until", "/waiver/until"),
            new Said("read", "/read"),
            new Said("supporter", "/supporter"),
            new Said("wanted", "/asking/wanted"),
            new Said("content", "/content/sha256"),
            new Said("file", "/fileName"),
            new Said("certificate", "/number"),
            new Said("draft", "/draft"),
            new Said("book", "/book"),
            new Said("report", "/report"));

    static Happening of(HistoryEntry entry) {
        var said = new ArrayList<Said>();
        for (var place : PLACES) {
            var text = entry.content().at(place.text());
            if (text.isString() && !text.asString().isBlank()) said.add(new Said(place.label(), text.asString()));
        }
        return new Happening(entry.sequence() + 1, entry.at(), entry.actor(), name(entry), List.copyOf(said));
    }

    /** Silence that counts as acceptance is told apart from acceptance. */
    private static String name(HistoryEntry entry) {
        return entry.content().path("deemed").asBoolean(false) ? entry.name() + "-by-silence" : entry.name();
    }
}
