package pujiang.app.trade;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;

/** A buyer's earlier orders of a listing, so that an order is not repeated unnoticed. */
@Component
public class EarlierOrdersBoard {

    private static final int MOST = 5;

    private final JdbcClient database;
    private final TradeRowBoard rows;

    EarlierOrdersBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.rows = new TradeRowBoard(columns);
    }

    /** Newest first, up to five, without orders that failed. */
    public List<TradeView> of(ParticipantId buyer, ListingId listing) {
        return database.sql(
                        """
                        SELECT id, state, outcome, agreement, decision, ordered_at, since, due_at, content,
                            file_name, collected_at, certificate, version
                        FROM trade_board WHERE buyer = ? AND listing = ? AND state <> 'terminated'
                        ORDER BY ordered_at DESC, id DESC LIMIT ?""")
                .params(buyer.value(), listing.value(), MOST)
                .query((row, _) -> rows.view(row))
                .list();
    }
}
