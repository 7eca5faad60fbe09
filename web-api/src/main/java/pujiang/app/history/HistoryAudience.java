package pujiang.app.history;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.Audience;
import pujiang.app.history.EventReaders.Who;
import pujiang.app.security.Caller;
import pujiang.history.EventCatalogue;
import pujiang.trade.ReviewEvent.DocumentProvided;
import pujiang.trade.ReviewEvent.DocumentRequestWithdrawn;
import pujiang.trade.ReviewEvent.DocumentRequested;
import pujiang.trade.TradeParty;

/**
 * The reader of a history. Exchange staff read everything. A participant reads the fields that {@link EventReaders}
 * names for it, and, of actors on other sides, the party and the office.
 *
 * @param reader null for the exchange itself
 * @param audience the side of the reader
 * @param owner whether the file or the obligation belongs to the reader
 */
public record HistoryAudience(@Nullable Caller reader, Audience audience, boolean owner) {

    /** Operator and compliance officer. */
    public static final HistoryAudience STAFF = new HistoryAudience(null, Audience.STAFF, false);

    /** Of what has sides. */
    public static HistoryAudience of(Caller caller, Audience audience) {
        return caller.staff() ? STAFF : new HistoryAudience(caller, audience, false);
    }

    /** Of a participant's own file. */
    public static HistoryAudience ofOwner(Caller caller) {
        return caller.staff() ? STAFF : new HistoryAudience(caller, Audience.of(caller, TradeParty.values()), true);
    }

    /** Whether the reader may read that field of the event. */
    public boolean read(Object event, String field) {
        return reader == null || EventReaders.of(name(event)).isRead(field, who(event));
    }

    /** As what the reader reads the event. */
    Set<Who> who(Object event) {
        var who = EnumSet.noneOf(Who.class);
        if (audience.sides().contains(TradeParty.VENDOR)) who.add(Who.VENDOR);
        if (audience.sides().contains(TradeParty.BUYER)) who.add(Who.BUYER);
        if (owner) who.add(Who.OWNER);
        var asked = asked(event);
        if (asked != null && audience.sides().contains(asked)) who.add(Who.ASKED);
        return who;
    }

    static String name(Object event) {
        return new EventCatalogue().nameOf(event.getClass());
    }

    private static @Nullable TradeParty asked(Object event) {
        return switch (event) {
            case DocumentRequested requested -> requested.asking().side();
            case DocumentRequestWithdrawn withdrawn -> withdrawn.side();
            case DocumentProvided provided -> provided.side();
            default -> null;
        };
    }
}
