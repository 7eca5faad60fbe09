package pujiang.app.product;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.change.ChangeSource;
import pujiang.app.request.Address;
import pujiang.participant.ParticipantId;
import pujiang.product.Product;

/** Changes of products for their vendors. */
@Component
final class ProductChangesBoard implements ChangeSource {

    private final JdbcClient database;

    ProductChangesBoard(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Class<?> aggregate() {
        return Product.class;
    }

    @Override
    public String permission() {
        return "product:read";
    }

    @Override
    public Set<String> readableBy(ParticipantId reader, Set<String> ids) {
        return Set.copyOf(database.sql("SELECT id FROM product_board WHERE id IN (:ids) AND vendor = :reader")
                .param("reader", reader.value())
                .param("ids", ids)
                .query(String.class)
                .list());
    }

    @Override
    public Address address(String id) {
        return Address.of("/api/v1/products").step(id);
    }
}
