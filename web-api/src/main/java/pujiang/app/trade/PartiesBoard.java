package pujiang.app.trade;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;
import pujiang.app.listing.ListingBoard;
import pujiang.app.listing.ListingView;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.participant.ParticipantView;
import pujiang.app.product.ProductBoard;
import pujiang.app.product.ProductView;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.product.ProductRefusal;
import pujiang.product.RecipientStatement;
import pujiang.refusal.Refused;

/**
 * The parties and the product of a possible trade, read from the boards in one query, because every order and every
 * delivery needs it.
 */
@Component
class PartiesBoard {

    private static final String COLUMNS = "%s, %s, %s, r.body AS r_body"
            .formatted(ParticipantBoard.columns("v"), ParticipantBoard.columns("b"), ProductBoard.columns("p"));

    private static final String STATED =
            " LEFT JOIN recipient_board r ON r.product = p.id AND r.recipient = b.id WHERE ";

    private static final String SIDES = "SELECT " + COLUMNS
            + " FROM product_board p JOIN participant_board v ON v.id = :vendor JOIN participant_board b ON b.id ="
            + " :buyer"
            + STATED + "p.id = :product";

    private static final String OFFERED = "SELECT l.*, " + COLUMNS
            + " FROM listing_board l JOIN product_board p ON p.id = l.product"
            + " JOIN participant_board v ON v.id = l.vendor JOIN participant_board b ON b.id = :buyer"
            + STATED + "l.id = :listing";

    private final JdbcClient database;
    private final Columns columns;
    private final ParticipantBoard participants;
    private final ProductBoard products;
    private final ListingBoard listings;

    PartiesBoard(
            JdbcClient database,
            Columns columns,
            ParticipantBoard participants,
            ProductBoard products,
            ListingBoard listings) {
        this.database = database;
        this.columns = columns;
        this.participants = participants;
        this.products = products;
        this.listings = listings;
    }

    /** @param stated what the vendor has stated about providing the product to this buyer, if anything */
    record Sides(
            ParticipantView vendor, ParticipantView buyer, ProductView product, @Nullable RecipientStatement stated) {}

    /** A listing in any state, and its two possible parties. */
    record Offered(ListingView listing, Sides sides) {}

    /** Empty without such a listing; the caller knows the buyer. */
    Optional<Offered> offered(ListingId listing, ParticipantId buyer) {
        return offered(listing, buyer, "");
    }

    /**
     * As {@link #offered}, and neither the listing, the product nor a party is stopped before this transaction ends: who
     * stops one waits for this order, and then finds it.
     */
    Optional<Offered> ordered(ListingId listing, ParticipantId buyer) {
        return offered(listing, buyer, " LOCK IN SHARE MODE");
    }

    private Optional<Offered> offered(ListingId listing, ParticipantId buyer, String lock) {
        return database.sql(OFFERED + lock)
                .param("listing", listing.value())
                .param("buyer", buyer.value())
                .query((row, _) -> new Offered(listings.view(row), sides(row)))
                .optional();
    }

    /** @throws Refused if the product does not exist; the caller knows the parties */
    Sides get(ProductId product, ParticipantId vendor, ParticipantId buyer) {
        return database.sql(SIDES)
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
