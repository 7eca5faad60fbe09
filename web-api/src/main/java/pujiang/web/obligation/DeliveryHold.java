package pujiang.web.obligation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.compliance.Gate;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationRefusal.HoldsDelivery;
import pujiang.obligation.ObligationRefusal.NotYetKnown;
import pujiang.refusal.Refusal;
import pujiang.web.decision.FindingView;
import pujiang.web.delivery.DeliveryObjection;
import pujiang.web.trade.TradeView;

/**
 * What the order found to be met before delivery and the delivery gate does not ask again holds the delivery by itself:
 * registration of public data, for one, is asked for at listing and order only (catalogue, section 2). And so does what a
 * recall has asked for.
 */
@Component
class DeliveryHold implements DeliveryObjection {

    private final ObligationBoard board;
    private final Openings openings;

    DeliveryHold(ObligationBoard board, Openings openings) {
        this.board = board;
        this.openings = openings;
    }

    @Override
    public Optional<Refusal> against(TradeView sold) {
        // An event that has not been handled may have opened more than is known.
        var all = board.known(sold.id());
        if (all.awaits()) return Optional.of(new NotYetKnown(sold.id()));
        var known = all.obligations().stream()
                .filter(each -> each.duty().kind() == Kind.BEFORE_DELIVERY)
                .toList();
        var found = Stream.concat(ordered(sold, known), undone(known))
                .filter(rule -> !openings.isAskedAt(Gate.DELIVERY, rule));
        var recalled = known.stream()
                .filter(each -> each.duty().comesFromARecall() && !isDischarged(each))
                .map(each -> each.duty().rule());
        var rules = Stream.concat(found, recalled).distinct().toList();
        return rules.isEmpty() ? Optional.empty() : Optional.of(new HoldsDelivery(sold.id(), rules));
    }

    /** Read off the order's own decision as well, for its obligations may not have been opened yet. */
    private static Stream<String> ordered(TradeView sold, List<ObligationView> known) {
        if (sold.decision().gate() != Gate.ORDER) return Stream.empty();
        return sold.decision().obligations().stream().map(FindingView::rule).filter(rule -> known.stream()
                .noneMatch(each -> each.duty().rule().equals(rule) && isDischarged(each)));
    }

    private static Stream<String> undone(List<ObligationView> known) {
        return known.stream().filter(each -> !isDischarged(each)).map(each -> each.duty()
                .rule());
    }

    private static boolean isDischarged(ObligationView obligation) {
        return obligation.state().equals("discharged");
    }
}
