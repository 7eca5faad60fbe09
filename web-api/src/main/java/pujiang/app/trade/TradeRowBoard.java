package pujiang.app.trade;

import java.sql.ResultSet;
import java.sql.SQLException;
import pujiang.app.board.Columns;
import pujiang.app.decision.DecisionView;
import pujiang.delivery.Content;
import pujiang.trade.Agreement;
import pujiang.trade.CertificateNumber;
import pujiang.trade.TradeId;
import pujiang.trade.TradeStatus;

/** One row of the trade board, read. */
record TradeRowBoard(Columns columns) {

    TradeView view(ResultSet row) throws SQLException {
        var content = row.getString("content");
        var certificate = row.getString("certificate");
        return new TradeView(
                new TradeId(row.getString("id")),
                TradeStatus.of(row.getString("state")),
                row.getString("outcome"),
                columns.value(row, "agreement", Agreement.class),
                columns.value(row, "decision", DecisionView.class),
                columns.instant(row, "ordered_at"),
                columns.instant(row, "since"),
                columns.instantOrNull(row, "due_at"),
                content == null ? null : columns.value(row, "content", Content.class),
                row.getString("file_name"),
                columns.instantOrNull(row, "collected_at"),
                certificate == null ? null : new CertificateNumber(certificate),
                row.getLong("version"));
    }
}
