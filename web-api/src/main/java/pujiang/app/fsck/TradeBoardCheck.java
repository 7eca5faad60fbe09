package pujiang.app.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.trade.Agreement;
import pujiang.trade.Trade;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.TradeAgreed;

@Component
final class TradeBoardCheck extends BoardCheck {

    TradeBoardCheck() {
        super(Trade.class, "trade_board", "trades", "交易");
    }

    @Override
    void compare(EventStream eventStream, ResultSet row, Compared compared) throws SQLException {
        compared.same("its state", "状态", row.getString("state"), state(eventStream));
        compared.same("its version", "版本", row.getLong("version"), eventStream.lastNumber());
        compared.same(
                "its certificate",
                "凭证号",
                Optional.ofNullable(row.getString("certificate")).orElse("none"),
                eventStream
                        .last(CertificateIssued.class)
                        .map(issued -> issued.number().value())
                        .orElse("none"));
        var agreement = agreement(eventStream);
        if (agreement.isEmpty()) return;
        var agreed = agreement.get();
        compared.same("its buyer", "需方", row.getString("buyer"), agreed.buyer().value());
        compared.same(
                "its vendor", "供方", row.getString("vendor"), agreed.vendor().value());
        compared.same(
                "its listing", "挂牌", row.getString("listing"), agreed.listing().value());
        compared.same(
                "its product", "产品", row.getString("product"), agreed.product().value());
        compared.same(
                "its price, in fen,",
                "价款（分）",
                row.getLong("price"),
                agreed.price().getAmountMinorLong());
    }

    private static Optional<Agreement> agreement(EventStream eventStream) {
        return eventStream
                .last(TradeAgreed.class)
                .map(TradeAgreed::agreement)
                .or(() -> eventStream.last(OrderHeld.class).map(OrderHeld::proposed))
                .or(() -> eventStream.last(OrderRefused.class).map(OrderRefused::proposed));
    }
}
