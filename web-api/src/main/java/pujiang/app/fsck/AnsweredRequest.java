package pujiang.app.fsck;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The request of a stored answer: an address under {@code /api/v1}, or the page's that does the same.
 *
 * @param collection the first word of the address
 * @param name of the thing that is acted on
 * @param step the rest of it, with a star for a number
 */
record AnsweredRequest(String collection, String name, String step) {

    /** Of which one event at least must have happened to the thing once the step was taken, by the names that are stored. */
    static final Map<String, Set<String>> EFFECTS = table(
            """
            trades/approval trade.review-supported trade.agreed trade.order-refused trade.delivery-made
            trades/approval trade.delivery-refused trade.answer-changed
            trades/rejection trade.review-rejected
            trades/claim trade.review-claimed
            trades/document-requests trade.document-requested
            trades/document-requests/*/document trade.document-provided
            trades/cancellation trade.cancelled
            trades/acceptance trade.delivery-accepted trade.dispute-dismissed
            trades/dispute trade.delivery-disputed
            trades/resolution trade.rescinded trade.dispute-dismissed
            trades/delivery trade.delivery-made trade.delivery-held trade.delivery-refused
            listings/suspension listing.suspended
            listings/resumption listing.resumed listing.resumption-refused listing.stop-lifted listing.published
            listings/withdrawal listing.withdrawn listing.rejected listing.lapsed listing.refused
            listings/approval listing.published listing.refused
            listings/rejection listing.rejected
            participants/verification participant.verified participant.refused
            participants/rejection participant.rejected
            participants/suspension participant.suspended
            participants/reinstatement participant.reinstated participant.stop-lifted participant.verified
            products/suspension product.suspended
            products/strike-off product.struck-off
            obligations/proof obligation.proven
            obligations/discharge obligation.discharged
            obligations/rejection obligation.proof-rejected
            recalls/plan recall.plan-staged
            recalls/confirmation recall.plan-confirmed
            recalls/withdrawal recall.dropped""");

    /** @param operation method and address */
    static AnsweredRequest of(String operation) {
        var address = operation.substring(operation.indexOf(' ') + 1);
        var words = List.of(address.replaceFirst("^/(api/v1/)?", "").split("/", -1));
        var step = words.stream().skip(2).map(word -> word.matches("\\d+") ? "*" : word);
        return new AnsweredRequest(
                words.getFirst(), words.size() > 1 ? words.get(1) : "", step.collect(Collectors.joining("/")));
    }

    /** Empty for an address that this check does not know. */
    Set<String> effects() {
        return EFFECTS.getOrDefault(collection + "/" + step, Set.of());
    }

    private static Map<String, Set<String>> table(String lines) {
        var table = new TreeMap<String, Set<String>>();
        lines.lines()
                .map(line -> line.split(" "))
                .forEach(words -> table.merge(
                        words[0],
                        Stream.of(words).skip(1).collect(Collectors.toUnmodifiableSet()),
                        (one, more) ->
                                Stream.concat(one.stream(), more.stream()).collect(Collectors.toUnmodifiableSet())));
        return table;
    }
}
