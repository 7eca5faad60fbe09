package pujiang.app.settlement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import pujiang.app.board.Board;
import pujiang.settlement.Causes;
import pujiang.trade.ReviewEvent.DocumentProvided;
import pujiang.trade.ReviewEvent.UseStated;
import pujiang.trade.TradeEvent;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DisputeDismissed;
import pujiang.trade.TradeId;

/** Makes the entries of a trade when the event that causes them has been stored, in its transaction. */
@Component
class TradeEntries implements Board, Causes {

    @Override
    public void await(TradeId trade, Consumer<String> entry) {
        waiting().entries.computeIfAbsent(trade, _ -> new ArrayList<>()).add(entry);
    }

    /** The act of a party comes first, and then the event that moves the money. */
    @EventHandler
    void on(TradeEvent event, @MessageIdentifier String identifier) {
        if (event instanceof DeliveryAccepted || event instanceof DisputeDismissed) return;
        if (event instanceof DocumentProvided || event instanceof UseStated) return;
        if (!(TransactionSynchronizationManager.getResource(this) instanceof Waiting waiting)) return;
        var due = waiting.entries.remove(event.trade());
        if (due != null) due.forEach(entry -> entry.accept(identifier));
    }

    private Waiting waiting() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Waiting bound) return bound;
        var waiting = new Waiting();
        TransactionSynchronizationManager.bindResource(this, waiting);
        TransactionSynchronizationManager.registerSynchronization(waiting);
        return waiting;
    }

    private final class Waiting implements TransactionSynchronization {

        private final Map<TradeId, List<Consumer<String>>> entries = new HashMap<>();

        /** INVARIANT: code that moves a trade's money records an event of the trade. */
        @Override
        public void beforeCommit(boolean readOnly) {
            if (!entries.isEmpty()) throw new IllegalStateException("money without an event: " + entries.keySet());
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(TradeEntries.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(TradeEntries.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(TradeEntries.this);
        }
    }
}
