package pujiang.app.trade;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.change.ChangeSource;
import pujiang.app.request.Address;
import pujiang.participant.ParticipantId;
import pujiang.trade.Trade;

/** Changes of trades for their parties. */
@Component
public final class TradeChangesBoard implements ChangeSource {

    private final JdbcClient database;

    TradeChangesBoard(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Class<?> aggregate() {
        return Trade.class;
    }

    @Override
    public String permission() {
        return "trade:read";
    }

    @Override
    public Set<String> readableBy(ParticipantId reader, Set<String> ids) {
        return Set.copyOf(
                database.sql("SELECT id FROM trade_board WHERE id IN (:ids) AND (buyer = :reader OR vendor = :reader)")
                        .param("reader", reader.value())
                        .param("ids", ids)
                        .query(String.class)
                        .list());
    }

    @Override
    public Address address(String id) {
        return Address.of("/api/v1/trades").step(id);
    }
}
