package pujiang.app.trade;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;

/** What a buyer has ordered of a listing before, so that nobody orders twice without noticing. */
@Component
public class EarlierOrdersBoard {

    private static final int MOST = 5;

    private final JdbcClient database;
    private final TradeRowBoard rows;

    EarlierOrdersBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.rows = new TradeRowBoard(columns);
    }

    /** The newest first, up to five; what came to nothing is not among them. */
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
