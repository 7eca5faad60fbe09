package pujiang.app.trade;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.refusal.Refused;
import pujiang.trade.Agreement;
import pujiang.trade.OpenOrders;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.TooManyOpen;

/**
 * Places for orders that wait for an officer, a few for each buyer and listing. Two orders at the same moment may both
 * find the same free place; the key of the table gives it to one, and the other waits for the result of the first.
 */
@Component
class OpenOrdersBoard implements OpenOrders {

    private final JdbcClient database;
    private final int most;

    OpenOrdersBoard(JdbcClient database, @Value("${pujiang.trade.open-orders}") int most) {
        if (most < 1) throw new IllegalArgumentException("pujiang.trade.open-orders must be 1 or more");
        this.database = database;
        this.most = most;
    }

    @Override
    public void enter(TradeId trade, Agreement proposed) {
        var taken = taken(proposed);
        var entered = IntStream.rangeClosed(1, most)
                .filter(place -> !taken.containsKey(place))
                .anyMatch(place -> enter(trade, proposed, place));
        if (!entered)
            throw new Refused(new TooManyOpen(
                    proposed.listing(), most, List.copyOf(taken(proposed).values())));
    }

    @Override
    public void leave(TradeId trade) {
        database.sql("DELETE FROM open_order WHERE trade = ?")
                .param(trade.value())
                .update();
    }

    /** Whether it was free. */
    private boolean enter(TradeId trade, Agreement proposed, int place) {
        return database.sql("INSERT IGNORE INTO open_order (buyer, listing, place, trade) VALUES (?, ?, ?, ?)")
                        .params(proposed.buyer().value(), proposed.listing().value(), place, trade.value())
                        .update()
                == 1;
    }

    private Map<Integer, TradeId> taken(Agreement proposed) {
        var taken = new TreeMap<Integer, TradeId>();
        database.sql("SELECT place, trade FROM open_order WHERE buyer = ? AND listing = ? ORDER BY place")
                .params(proposed.buyer().value(), proposed.listing().value())
                .query(row -> {
                    taken.put(row.getInt("place"), new TradeId(row.getString("trade")));
                });
        return taken;
    }
}
