package pujiang.app.fsck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pujiang.listing.Listing;
import pujiang.obligation.Obligation;
import pujiang.participant.Participant;
import pujiang.product.Product;
import pujiang.recall.Recall;
import pujiang.trade.Trade;

/**
 * The state of a thing after each event, by stored event name. Written independently of the boards, so that neither is
 * compared with itself. An event without a change of state is marked so.
 */
final class StateTransitions {

    /** An event that leaves the state as it was. */
    private static final String SAME = "";

    /** The state of an obligation after a rejected proof: once breached, it stays breached. */
    private static final String AS_BEFORE = "as before";

    private static final Map<String, String> TRADE = table(
            """
            trade.order-refused terminated
            trade.order-held requested
            trade.agreed agreed
            trade.review-rejected terminated
            trade.cancelled terminated
            trade.lapsed terminated
            trade.delivery-refused agreed
            trade.delivery-held delivery-held
            trade.delivery-made delivered
            trade.delivery-accepted completed
            trade.delivery-disputed disputed
            trade.rescinded terminated
            trade.dispute-dismissed completed
            trade.review-supported
            trade.review-claimed
            trade.review-released
            trade.review-escalated
            trade.review-continued
            trade.answer-changed
            trade.exception-granted
            trade.exception-revoked
            trade.document-requested
            trade.document-request-withdrawn
            trade.document-provided
            trade.use-stated
            trade.delivery-collected
            trade.settled
            trade.certificate-issued""");

    private static final Map<String, String> LISTING = table(
            """
            listing.published published
            listing.held held
            listing.refused refused
            listing.suspended suspended
            listing.resumed published
            listing.withdrawn withdrawn
            listing.rejected rejected
            listing.lapsed lapsed
            listing.ended ended
            listing.revised
            listing.answer-changed
            listing.revision-refused
            listing.stop-lifted
            listing.resumption-refused""");

    private static final Map<String, String> PARTICIPANT = table(
            """
            participant.applied applied
            participant.verified active
            participant.refused refused
            participant.rejected rejected
            participant.lapsed lapsed
            participant.suspended suspended
            participant.reinstated active
            participant.stop-lifted
            participant.statement-revised
            participant.assessed""");

    private static final Map<String, String> PRODUCT = table(
            """
            product.registered registered
            product.struck-off struck-off
            product.revised
            product.suspended
            product.stop-lifted
            product.recipient-stated
            product.assessed""");

    private static final Map<String, String> OBLIGATION = table(
            """
            obligation.incurred open
            obligation.proven proven
            obligation.proof-rejected as before
            obligation.discharged discharged
            obligation.breached breached""");

    private static final Map<String, String> RECALL = table(
            """
            recall.filed staged
            recall.plan-staged
            recall.plan-confirmed confirmed
            recall.measure-taken
            recall.measure-postponed
            recall.completed completed
            recall.dropped dropped""");

    static final Map<Class<?>, Map<String, String>> TABLES = Map.of(
            Trade.class, TRADE,
            Listing.class, LISTING,
            Participant.class, PARTICIPANT,
            Product.class, PRODUCT,
            Obligation.class, OBLIGATION,
            Recall.class, RECALL);

    private StateTransitions() {}

    /** The state after these events; empty before any. */
    static Optional<String> after(Class<?> aggregate, List<String> names) {
        var table = TABLES.getOrDefault(aggregate, Map.of());
        var state = SAME;
        boolean breached = false;
        for (var name : names) {
            var next = table.getOrDefault(name, SAME);
            boolean stays = aggregate == Obligation.class && next.equals("open") && isOwed(state);
            breached = breaches(next, breached);
            if (next.equals(AS_BEFORE)) state = breached ? "breached" : "open";
            else if (!next.equals(SAME) && !stays) state = next;
        }
        return state.isEmpty() ? Optional.empty() : Optional.of(state);
    }

    /**
     * Found to hold longer than was known, an obligation stays as it is; found again after its end, it is open again.
     */
    private static boolean isOwed(String state) {
        return !state.equals(SAME) && !state.equals("discharged");
    }

    private static boolean breaches(String next, boolean breached) {
        return switch (next) {
            case "breached" -> true;
            case "discharged" -> false;
            default -> breached;
        };
    }

    private static Map<String, String> table(String lines) {
        var table = new HashMap<String, String>();
        lines.lines().forEach(line -> {
            var words = line.strip().split(" ", 2);
            table.put(words[0], words.length == 1 ? SAME : words[1]);
        });
        return Map.copyOf(table);
    }
}
