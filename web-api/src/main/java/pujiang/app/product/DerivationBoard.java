package pujiang.app.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.board.Columns;
import pujiang.product.ProductId;
import pujiang.stop.Stop;

/**
 * The sources of each product, by the numbers in its description of its source, and the stops that it inherits. A
 * source that was named once remains one, whatever later descriptions say. An undeclared source is not found.
 */
@Component
class DerivationBoard {

    private static final Pattern NUMBER = Pattern.compile("PJR\\d{8}-[0-9A-F]{16}");

    private static final String SOURCES =
            """
            WITH RECURSIVE up AS (
                SELECT source FROM product_derivation WHERE product = :product
                UNION SELECT d.source FROM product_derivation d JOIN up ON d.product = up.source)
            SELECT p.id, p.stops FROM up JOIN product_board p ON p.id = up.source
            WHERE p.stops IS NOT NULL AND p.id <> :product ORDER BY p.id""";

    private static final String DERIVED =
            """
            WITH RECURSIVE down AS (
                SELECT product FROM product_derivation WHERE source = :product
                UNION SELECT d.product FROM product_derivation d JOIN down ON d.source = down.product)
            SELECT product FROM down WHERE product <> :product ORDER BY product""";

    private final JdbcClient database;
    private final Columns columns;

    DerivationBoard(JdbcClient database, Columns columns) {
        this.database = database;
        this.columns = columns;
    }

    /** The products that are derived from it, directly or not. */
    List<ProductId> derivedFrom(ProductId product) {
        return database.sql(DERIVED)
                .param("product", product.value())
                .query((row, _) -> new ProductId(row.getString("product")))
                .list();
    }

    /** Waits for a transaction that is about to stop a source, so that each sees the other. */
    void name(ProductId product, String description) {
        var numbers = NUMBER.matcher(description)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        if (numbers.isEmpty()) return;
        var sources = database.sql(
                        "SELECT id FROM product_board WHERE number IN (:numbers) AND id <> :product ORDER BY id"
                                + " LOCK IN SHARE MODE")
                .param("numbers", numbers)
                .param("product", product.value())
                .query((row, _) -> row.getString("id"))
                .list();
        for (var source : sources) {
            database.sql("INSERT IGNORE INTO product_derivation (product, source) VALUES (?, ?)")
                    .params(product.value(), source)
                    .update();
        }
        if (!sources.isEmpty()) inherit(product);
    }

    /** Stops of a product apply to all that is derived from it. */
    void inherit(ProductId product) {
        Stream.concat(Stream.of(product), derivedFrom(product).stream()).forEach(this::gather);
    }

    /** INVARIANT: under the row's lock, or of stops on two sources at once the second would write the first away. */
    private void gather(ProductId product) {
        var _ = database.sql("SELECT id FROM product_board WHERE id = ? FOR UPDATE")
                .param(product.value())
                .query(String.class)
                .list();
        var inherited =
                database.sql(SOURCES).param("product", product.value()).query((row, _) -> stops(row)).list().stream()
                        .flatMap(Collection::stream)
                        .toList();
        database.sql("UPDATE product_board SET inherited = ? WHERE id = ?")
                .param(inherited.isEmpty() ? null : columns.json(inherited))
                .param(product.value())
                .update();
    }

    private List<Inherited> stops(ResultSet row) throws SQLException {
        var source = new ProductId(row.getString("id"));
        return columns.list(row, "stops", Stop.class).stream()
                .map(stop -> new Inherited(source, stop))
                .toList();
    }
}
