package pujiang.app.obligation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.compliance.Gate;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationRefusal.HoldsDelivery;
import pujiang.obligation.ObligationRefusal.NotYetKnown;
import pujiang.refusal.Refusal;
import pujiang.trade.DeliveryObjection;
import pujiang.trade.TradeId;

/**
 * Holds a delivery for obligations that the order found to be met before delivery and the delivery gate does not check:
 * registration of public data, for one, is checked at listing and order only (catalogue, section 2). Obligations of a
 * recall hold it as well.
 */
@Component
class DeliveryHold implements DeliveryObjection {

    private final ObligationBoard board;
    private final RulesByGate rules;

    DeliveryHold(ObligationBoard board, RulesByGate rules) {
        this.board = board;
        this.rules = rules;
    }

    /** Findings of the order hold the delivery even before their obligations are opened. */
    @Override
    public Optional<Refusal> against(TradeId trade, List<String> owed) {
        // An event that has not been handled may have opened more than is known.
        var all = board.known(trade);
        if (all.awaits()) return Optional.of(new NotYetKnown(trade));
        var known = all.obligations().stream()
                .filter(each -> each.duty().kind() == Kind.BEFORE_DELIVERY)
                .toList();
        var found = Stream.concat(owed.stream().filter(rule -> !isMet(rule, known)), undone(known))
                .filter(rule -> !rules.isAskedAt(Gate.DELIVERY, rule));
        var recalled = known.stream()
                .filter(each -> each.duty().comesFromARecall() && !isDischarged(each))
                .map(each -> each.duty().rule());
        var holding = Stream.concat(found, recalled).distinct().toList();
        return holding.isEmpty() ? Optional.empty() : Optional.of(new HoldsDelivery(trade, holding));
    }

    private static boolean isMet(String rule, List<ObligationView> known) {
        return known.stream().anyMatch(each -> each.duty().rule().equals(rule) && isDischarged(each));
    }

    private static Stream<String> undone(List<ObligationView> known) {
        return known.stream().filter(each -> !isDischarged(each)).map(each -> each.duty()
                .rule());
    }

    private static boolean isDischarged(ObligationView obligation) {
        return obligation.state().equals("discharged");
    }
}
