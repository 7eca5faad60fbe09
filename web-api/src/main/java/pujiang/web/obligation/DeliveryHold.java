package pujiang.web.obligation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.compliance.Gate;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationRefusal.HoldsDelivery;
import pujiang.refusal.Refusal;
import pujiang.web.decision.FindingView;
import pujiang.web.delivery.DeliveryObjection;
import pujiang.web.trade.TradeView;

/**
 * What the order found to be met before delivery and the delivery gate does not ask again holds the delivery by itself:
 * registration of public data, for one, is asked for at listing and order only (catalogue, section 2).
 */
@Component
class DeliveryHold implements DeliveryObjection {

    private final ObligationBoard board;
    private final Openings openings;

    DeliveryHold(ObligationBoard board, Openings openings) {
        this.board = board;
        this.openings = openings;
    }

    /** Read off the order's own decision, for the obligations may not have been opened yet. */
    @Override
    public Optional<Refusal> against(TradeView sold) {
        var decision = sold.decision();
        if (decision.gate() == Gate.ORDER && decision.obligations().isEmpty()) return Optional.empty();
        var known = board.of(sold.id()).stream()
                .filter(each -> each.duty().kind() == Kind.BEFORE_DELIVERY)
                .toList();
        var wanting = decision.gate() == Gate.ORDER ? ordered(sold, known) : undone(known);
        var rules = wanting.stream()
                .filter(rule -> !openings.isAskedAt(Gate.DELIVERY, rule))
                .toList();
        return rules.isEmpty() ? Optional.empty() : Optional.of(new HoldsDelivery(sold.id(), rules));
    }

    private static List<String> ordered(TradeView sold, List<ObligationView> known) {
        return sold.decision().obligations().stream()
                .map(FindingView::rule)
                .filter(rule -> known.stream()
                        .noneMatch(each ->
                                each.duty().rule().equals(rule) && each.state().equals("discharged")))
                .toList();
    }

    private static List<String> undone(List<ObligationView> known) {
        return known.stream()
                .filter(each -> !each.state().equals("discharged"))
                .map(each -> each.duty().rule())
                .toList();
    }
}
