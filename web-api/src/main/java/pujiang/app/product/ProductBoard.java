package pujiang.app.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Board;
import pujiang.app.board.Columns;
import pujiang.app.board.StandingStops;
import pujiang.compliance.Assessment;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductDescription;
import pujiang.product.ProductEvent;
import pujiang.product.ProductEvent.ProductAssessed;
import pujiang.product.ProductEvent.ProductRegistered;
import pujiang.product.ProductEvent.ProductRevised;
import pujiang.product.ProductEvent.ProductStopLifted;
import pujiang.product.ProductEvent.ProductStruckOff;
import pujiang.product.ProductEvent.ProductSuspended;
import pujiang.product.ProductEvent.RecipientStated;
import pujiang.product.ProductId;
import pujiang.product.ProductProfile;
import pujiang.product.RecipientStatement;
import pujiang.product.RegistrationNumber;
import pujiang.stop.Stop;
import pujiang.stop.Stops;

/** The current register entry of every data product, and the statements about its recipients. */
@Component
public class ProductBoard implements Board {

    private static final List<String> NAMES = List.of(
            "id", "number", "vendor", "revision", "struck_off", "since", "body", "assessments", "stops", "inherited");

    private static final String COLUMNS = "SELECT " + columns("p") + " FROM product_board p ";

    private final JdbcClient database;
    private final Columns columns;
    private final StandingStops stops;
    private final DerivationBoard derivations;

    ProductBoard(JdbcClient database, Columns columns, StandingStops stops, DerivationBoard derivations) {
        this.database = database;
        this.columns = columns;
        this.stops = stops;
        this.derivations = derivations;
    }

    /** For another board's query that joins this table under another name; see {@link #view}. */
    public static String columns(String alias) {
        return Columns.of(alias, NAMES);
    }

    public Optional<ProductView> find(ProductId product) {
        return database.sql(COLUMNS + "WHERE id = ?")
                .param(product.value())
                .query((row, _) -> view(row, "p"))
                .optional();
    }

    /** The current entry, which cannot be stopped before this transaction ends. */
    public ProductView locked(ProductId product) {
        return database.sql(COLUMNS + "WHERE id = ? LOCK IN SHARE MODE")
                .param(product.value())
                .query((row, _) -> view(row, "p"))
                .single();
    }

    /** Keeps orders of these away until this transaction ends; those that began before have ended by then. */
    public void keepOrdersAway(Collection<ProductId> products) {
        database.sql("SELECT id FROM product_board WHERE id IN (:products) ORDER BY id FOR UPDATE")
                .param("products", products.stream().map(ProductId::value).toList())
                .query(String.class)
                .list();
    }

    /** Products of a vendor with a stop. */
    public List<ProductView> stopped(ParticipantId vendor) {
        return database.sql(COLUMNS + "WHERE vendor = ? AND (stops IS NOT NULL OR inherited IS NOT NULL) ORDER BY id")
                .param(vendor.value())
                .query((row, _) -> view(row, "p"))
                .list();
    }

    /** The products that have ever named it as their source, directly or not. */
    public List<ProductId> derivedFrom(ProductId product) {
        return derivations.derivedFrom(product);
    }

    /**
     * In the order of their ids.
     *
     * @param vendor of the products; null for all
     * @param after the id before the first requested one; empty for the start
     */
    public List<ProductView> list(@Nullable ParticipantId vendor, String after, int most) {
        var where = vendor == null ? "WHERE id > :after" : "WHERE vendor = :vendor AND id > :after";
        return database.sql(COLUMNS + where + " ORDER BY id LIMIT :most")
                .param("vendor", vendor == null ? null : vendor.value())
                .param("after", after)
                .param("most", most)
                .query((row, _) -> view(row, "p"))
                .list();
    }

    public Optional<RecipientView> recipient(ProductId product, ParticipantId recipient) {
        return database.sql("SELECT recipient, since, body FROM recipient_board WHERE product = ? AND recipient = ?")
                .params(product.value(), recipient.value())
                .query((row, _) -> recipientView(row))
                .optional();
    }

    /** In the order of the recipients' ids. */
    public List<RecipientView> recipients(ProductId product, String after, int most) {
        return database.sql(
                        """
                        SELECT recipient, since, body FROM recipient_board
                        WHERE product = ? AND recipient > ? ORDER BY recipient LIMIT ?""")
                .params(product.value(), after, most)
                .query((row, _) -> recipientView(row))
                .list();
    }

    @EventHandler
    void on(ProductEvent event, @Timestamp Instant at) {
        switch (event) {
            case ProductRegistered registered -> {
                insert(registered, at);
                derivations.name(registered.product(), registered.description().source());
            }
            case ProductRevised revised -> {
                update(revised, at);
                derivations.name(revised.product(), revised.description().source());
            }
            case ProductSuspended suspended -> stand(suspended.product(), now -> now.with(suspended.stop()));
            case ProductStopLifted lifted ->
                stand(lifted.product(), now -> now.without(lifted.ground(), lifted.cause()));
            case RecipientStated stated -> replace(stated, at);
            case ProductAssessed assessed -> assess(assessed);
            case ProductStruckOff struckOff ->
                database.sql("UPDATE product_board SET struck_off = TRUE, since = ? WHERE id = ?")
                        .params(columns.utc(at), struckOff.product().value())
                        .update();
        }
    }

    private void stand(ProductId product, UnaryOperator<Stops> change) {
        stops.change("product_board", product.value(), change);
        derivations.inherit(product);
    }

    private void insert(ProductRegistered registered, Instant at) {
        database.sql(
                        """
                        INSERT INTO product_board (id, number, vendor, title, revision, struck_off, since, body)
                        VALUES (?, ?, ?, ?, 1, FALSE, ?, ?)""")
                .params(
                        registered.product().value(),
                        registered.number().value(),
                        registered.vendor().value(),
                        registered.description().title(),
                        columns.utc(at),
                        columns.json(new Body(registered.description(), registered.profile())))
                .update();
    }

    private void update(ProductRevised revised, Instant at) {
        database.sql("UPDATE product_board SET revision = ?, title = ?, since = ?, body = ? WHERE id = ?")
                .params(
                        revised.revision(),
                        revised.description().title(),
                        columns.utc(at),
                        columns.json(new Body(revised.description(), revised.profile())),
                        revised.product().value())
                .update();
    }

    private void assess(ProductAssessed assessed) {
        var assessments = new ArrayList<>(find(assessed.product()).orElseThrow().assessments());
        assessments.add(assessed.assessment());
        database.sql("UPDATE product_board SET assessments = ? WHERE id = ?")
                .params(columns.json(assessments), assessed.product().value())
                .update();
    }

    private void replace(RecipientStated stated, Instant at) {
        database.sql("REPLACE INTO recipient_board (product, recipient, since, body) VALUES (?, ?, ?, ?)")
                .params(
                        stated.product().value(),
                        stated.recipient().value(),
                        columns.utc(at),
                        columns.json(stated.statement()))
                .update();
    }

    public ProductView view(ResultSet row, String alias) throws SQLException {
        var body = columns.value(row, alias + "_body", Body.class);
        return new ProductView(
                new ProductId(row.getString(alias + "_id")),
                new RegistrationNumber(row.getString(alias + "_number")),
                new ParticipantId(row.getString(alias + "_vendor")),
                row.getInt(alias + "_revision"),
                body.description(),
                body.profile(),
                columns.list(row, alias + "_assessments", Assessment.class),
                row.getBoolean(alias + "_struck_off"),
                columns.list(row, alias + "_stops", Stop.class),
                columns.list(row, alias + "_inherited", Inherited.class),
                columns.instant(row, alias + "_since"));
    }

    private RecipientView recipientView(ResultSet row) throws SQLException {
        return new RecipientView(
                new ParticipantId(row.getString("recipient")),
                columns.value(row, "body", RecipientStatement.class),
                columns.instant(row, "since"));
    }

    private record Body(ProductDescription description, ProductProfile profile) {}
}
