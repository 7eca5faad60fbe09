package pujiang.web.trade;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.product.ProductRefusal;
import pujiang.product.RecipientStatement;
import pujiang.refusal.Refused;
import pujiang.web.board.Columns;
import pujiang.web.participant.ParticipantBoard;
import pujiang.web.participant.ParticipantView;
import pujiang.web.product.ProductBoard;
import pujiang.web.product.ProductView;

/** Who would trade what, read off the boards in one query, because every order and every delivery asks it. */
@Component
class SidesBoard {

    private static final String SQL =
            """
            SELECT %s, %s, %s, r.body AS r_body
            FROM product_board p JOIN participant_board v ON v.id = :vendor JOIN participant_board b ON b.id = :buyer
            LEFT JOIN recipient_board r ON r.product = p.id AND r.recipient = b.id
            WHERE p.id = :product"""
                    .formatted(ParticipantBoard.columns("v"), ParticipantBoard.columns("b"), ProductBoard.columns("p"));

    private final JdbcClient database;
    private final Columns columns;
    private final ParticipantBoard participants;
    private final ProductBoard products;

    SidesBoard(JdbcClient database, Columns columns, ParticipantBoard participants, ProductBoard products) {
        this.database = database;
        this.columns = columns;
        this.participants = participants;
        this.products = products;
    }

    /** @param stated what the vendor has stated about providing the product to this buyer, if anything */
    record Sides(
            ParticipantView vendor, ParticipantView buyer, ProductView product, @Nullable RecipientStatement stated) {}

    /** @throws Refused if there is no such product; the parties are known to whoever asks */
    Sides get(ProductId product, ParticipantId vendor, ParticipantId buyer) {
        return database.sql(SQL)
                .param("vendor", vendor.value())
                .param("buyer", buyer.value())
                .param("product", product.value())
                .query((row, _) -> sides(row))
                .optional()
                .orElseThrow(() -> new Refused(new ProductRefusal.Unknown(product)));
    }

    private Sides sides(ResultSet row) throws SQLException {
        return new Sides(
                participants.view(row, "v"),
                participants.view(row, "b"),
                products.view(row, "p"),
                row.getString("r_body") == null ? null : columns.value(row, "r_body", RecipientStatement.class));
    }
}
