package pujiang.app.recall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.listing.ListingId;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.product.RegistrationNumber;
import pujiang.trade.TradeId;
import pujiang.trade.TradeStatus;

/** Records about products and parties that a recall needs. Rarely read, so some queries read a whole table. */
@Component
class RecallImpactBoard {

    private static final String LISTINGS =
            "SELECT id, product FROM listing_board WHERE state IN ('published', 'suspended') AND ";

    private static final String TRADES = "SELECT id, state, outcome, product, vendor, buyer FROM trade_board WHERE ";

    private final JdbcClient database;

    RecallImpactBoard(JdbcClient database) {
        this.database = database;
    }

    record Listed(ListingId id, ProductId product) {}

    record Traded(TradeId id, TradeStatus state, ProductId product, ParticipantId vendor, ParticipantId buyer) {

        boolean isBeforeDelivery() {
            return state.isHeld() || state == TradeStatus.AGREED;
        }

        boolean isHeldDelivery() {
            return state == TradeStatus.DELIVERY_HELD;
        }
    }

    /** Products whose entry contains that number. */
    List<ProductId> naming(RegistrationNumber number) {
        return database.sql("SELECT id FROM product_board WHERE body LIKE CONCAT('%', ?, '%')")
                .param(number.value())
                .query((row, _) -> new ProductId(row.getString("id")))
                .list();
    }

    List<Listed> listings(Collection<ProductId> products) {
        return database.sql(LISTINGS + "product IN (:products)")
                .param("products", names(products))
                .query((row, _) -> listed(row))
                .list();
    }

    List<Listed> listings(ParticipantId vendor) {
        return database.sql(LISTINGS + "vendor = ?")
                .param(vendor.value())
                .query((row, _) -> listed(row))
                .list();
    }

    List<Listed> listings(String ruleBook) {
        return database.sql(LISTINGS + "decision LIKE CONCAT('%\"', ?, '\"%')")
                .param(ruleBook)
                .query((row, _) -> listed(row))
                .list();
    }

    List<Traded> trades(Collection<ProductId> products) {
        return database.sql(TRADES + "product IN (:products) AND (state <> 'terminated' OR outcome = 'rescinded')")
                .param("products", names(products))
                .query((row, _) -> traded(row))
                .list();
    }

    List<Traded> trades(ParticipantId party) {
        return database.sql(TRADES
                        + "(vendor = :party OR buyer = :party) AND (state <> 'terminated' OR outcome = 'rescinded')")
                .param("party", party.value())
                .query((row, _) -> traded(row))
                .list();
    }

    List<Traded> trades(String ruleBook) {
        return database.sql(TRADES
                        + "state IN ('delivered', 'disputed', 'completed') AND decision LIKE CONCAT('%\"', ?, '\"%')")
                .param(ruleBook)
                .query((row, _) -> traded(row))
                .list();
    }

    private static List<String> names(Collection<ProductId> products) {
        return products.stream().map(ProductId::value).toList();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(new ListingId(row.getString("id")), new ProductId(row.getString("product")));
    }

    private static Traded traded(ResultSet row) throws SQLException {
        return new Traded(
                new TradeId(row.getString("id")),
                TradeStatus.of(row.getString("state")),
                new ProductId(row.getString("product")),
                new ParticipantId(row.getString("vendor")),
                new ParticipantId(row.getString("buyer")));
    }
}
