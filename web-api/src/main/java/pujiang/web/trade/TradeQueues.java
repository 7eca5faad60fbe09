package pujiang.web.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.app.trade.ReviewBoard;
import pujiang.app.trade.ReviewView;
import pujiang.app.trade.TradeBoard;
import pujiang.app.trade.TradeView;
import pujiang.participant.ParticipantId;
import pujiang.trade.TradeStatus;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;
import pujiang.web.page.WorkQueue;
import pujiang.web.product.DisplayNames;

/** Trades that wait: for an officer, for the operator, or for one of their parties. */
@Component
final class TradeQueues implements WorkQueue {

    private final TradeBoard trades;
    private final ReviewBoard reviews;
    private final AllTradeForms forms;
    private final DisplayNames displayNames;

    TradeQueues(TradeBoard trades, ReviewBoard reviews, AllTradeForms forms, DisplayNames displayNames) {
        this.trades = trades;
        this.reviews = reviews;
        this.forms = forms;
        this.displayNames = displayNames;
    }

    @Override
    public List<Queue> of(Caller caller, PageRequest visit) {
        var queues = new ArrayList<Queue>();
        if (caller.may("dispute:resolve")) queues.add(Queue.of(20, "disputes", all(TradeStatus.DISPUTED)));
        if (caller.may("operations:read")) {
            queues.add(Queue.of(40, "overdue", overdue(visit)));
            queues.add(Queue.of(50, "escalated", escalated()));
        }
        if (caller.may("review:decide")) {
            queues.add(Queue.of(60, "orders", all(TradeStatus.REQUESTED)));
            queues.add(Queue.of(70, "held-deliveries", all(TradeStatus.DELIVERY_HELD)));
        }
        var self = caller.participant();
        if (self != null) own(caller, self, visit, queues);
        return queues;
    }

    private void own(Caller caller, ParticipantId self, PageRequest visit, List<Queue> queues) {
        if (caller.may("document:provide")) {
            var asked = reviews.waitingFor(self, MOST + 1).stream()
                    .map(trades::find)
                    .flatMap(Optional::stream);
            queues.add(Queue.of(90, "documents", asked.map(this::item)));
        }
        if (caller.may("trade:deliver")) {
            queues.add(Queue.of(
                    100, "deliveries", read(TradeStatus.AGREED, null, self).map(this::item)));
        }
        if (caller.may("trade:accept")) {
            var delivered =
                    read(TradeStatus.DELIVERED, self, null).map(trade -> item(trade, atOnce(trade, caller, visit)));
            queues.add(Queue.of(110, "acceptances", delivered));
        }
        if (caller.may("trade:read")) {
            var held = Stream.of(TradeStatus.REQUESTED, TradeStatus.DELIVERY_HELD, TradeStatus.DISPUTED)
                    .flatMap(state -> Stream.concat(read(state, self, null), read(state, null, self)));
            queues.add(Queue.of(140, "under-review", held.map(this::item)));
        }
    }

    /** What needs no words: anything else is done on the trade's own page. */
    private List<Form> atOnce(TradeView trade, Caller caller, PageRequest visit) {
        return forms.of(trade, caller, visit).stream()
                .filter(form -> !form.asks())
                .toList();
    }

    /** The clock ends what is due within a second or two: what stays here could not be ended. */
    private Stream<Item> overdue(PageRequest visit) {
        return trades.due(visit.reader().now(), MOST).stream()
                .map(trades::find)
                .flatMap(Optional::stream)
                .map(this::item);
    }

    /** What officers have let pass their time; it stands at the head of their queue. */
    private Stream<Item> escalated() {
        return reviews.list(Optional.empty(), MOST + 1).stream()
                .takeWhile(ReviewView::escalated)
                .map(review -> trades.get(review.trade()))
                .map(this::item);
    }

    private Stream<Item> all(TradeStatus state) {
        return read(state, null, null).map(this::item);
    }

    private Stream<TradeView> read(TradeStatus state, @Nullable ParticipantId buyer, @Nullable ParticipantId vendor) {
        return trades.waiting(state, buyer, vendor, MOST + 1).stream();
    }

    private Item item(TradeView trade) {
        return item(trade, List.of());
    }

    private Item item(TradeView trade, List<Form> atOnce) {
        var agreement = trade.agreement();
        return new Item(
                TradeForms.address(trade),
                displayNames.of(agreement.product()),
                displayNames.of(agreement.vendor()) + " → " + displayNames.of(agreement.buyer()),
                TradeBadges.of(trade),
                trade.due(),
                atOnce);
    }
}
