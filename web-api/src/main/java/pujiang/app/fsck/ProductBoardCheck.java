package pujiang.app.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import pujiang.product.Product;
import pujiang.product.ProductEvent.ProductRegistered;
import pujiang.product.ProductEvent.ProductRevised;

@Component
final class ProductBoardCheck extends BoardCheck {

    ProductBoardCheck() {
        super(Product.class, "product_board", "products", "产品");
    }

    @Override
    void compare(EventStream eventStream, ResultSet row, Compared compared) throws SQLException {
        compared.same(
                "whether it is struck off",
                "是否注销",
                row.getBoolean("struck_off"),
                state(eventStream).equals("struck-off"));
        compared.same(
                "its revision",
                "修订号",
                row.getInt("revision"),
                eventStream
                        .last(ProductRevised.class)
                        .map(ProductRevised::revision)
                        .orElse(1));
        compared.stops(row, false);
        var registered = eventStream.last(ProductRegistered.class);
        if (registered.isEmpty()) return;
        compared.same(
                "its number",
                "产品登记编号",
                row.getString("number"),
                registered.get().number().value());
        compared.same(
                "its vendor",
                "供方",
                row.getString("vendor"),
                registered.get().vendor().value());
    }
}
