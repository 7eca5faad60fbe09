package pujiang.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import pujiang.bench.Trader.Step;

/**
 * The rows of one whole trade as plain JDBC would write them: the same commits with the same statements in them, nothing
 * read, nothing judged, nothing signed. What the buyer owes from the delivery on goes with the last commit, for the
 * exchange writes it behind the trade, many at once. Left out are the rows that number what was signed; so the limit is
 * on the high side.
 */
final class Limit {

    private static final List<String> TABLES = List.of(
            "domain_event_entry",
            "trade_board",
            "ledger_transfer",
            "ledger_limit",
            "log_queue",
            "idempotency",
            "download_link",
            "obligation_board",
            "watch_board");

    private final List<Twin> events;
    private final Twin board;
    private final List<Twin> transfers;
    private final List<Twin> answers = new ArrayList<>();
    private final Twin link;
    private final Twin queued;
    private final List<Twin> owed = new ArrayList<>();

    private Limit(Connection database, String trade) throws SQLException {
        events = Twin.of(
                database,
                trade,
                "domain_event_entry",
                "type = 'Trade' AND aggregate_identifier = ? ORDER BY sequence_number",
                trade);
        board = Twin.of(database, trade, "trade_board", "id = ?", trade).getFirst();
        transfers = Twin.of(database, trade, "ledger_transfer", "reference = ? ORDER BY kind DESC", trade);
        for (var step : List.of(Step.DELIVERY, Step.LINK, Step.ACCEPTANCE)) {
            var key = Fair.digest(Trader.key(trade, step));
            answers.addAll(Twin.of(database, trade, "idempotency", "key_hash = ?", key));
        }
        link = Twin.of(database, trade, "download_link", "trade = ?", trade).getFirst();
        var of = "aggregate_identifier in (SELECT id FROM obligation_board WHERE trade = ?)";
        owed.addAll(Twin.of(database, trade, "domain_event_entry", of, trade));
        owed.addAll(Twin.of(database, trade, "obligation_board", "trade = ?", trade));
        owed.addAll(Twin.of(database, trade, "watch_board", "trade = ?", trade));
        queued = new Twin(
                "log_queue",
                List.of("digest", "leaf", "queued_at", "event"),
                List.of("", "", board.values().get(board.columns().indexOf("since")), ""),
                trade);
    }

    /** Takes a finished trade as the pattern, and makes empty tables beside those of the exchange. */
    static Limit of(Connection database, String trade, int clients) throws SQLException {
        try (var statement = database.createStatement()) {
            for (var table : TABLES) {
                statement.execute("CREATE TABLE %1$s%2$s LIKE %2$s".formatted(Twin.PREFIX, table));
            }
            for (int i = 0; i < clients; i++) {
                statement.execute("INSERT INTO limit_ledger_limit VALUES ('" + i + "', 90000000000)");
            }
        }
        return new Limit(database, trade);
    }

    static Connection connect(String url, String password) throws SQLException {
        var connection = DriverManager.getConnection(url, "pujiang", password);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    /** One client with a connection and a buyer of its own. */
    Rush.Play client(Connection connection, int number) {
        var name = new StringBuilder();
        var count = new int[1];
        return () -> {
            name.setLength(0);
            name.append("limit-").append(number).append('-').append(count[0]++);
            play(connection, number, name.toString());
        };
    }

    private void play(Connection connection, int number, String trade) throws SQLException {
        order(connection, number, trade);
        connection.commit();
        deliver(connection, trade);
        connection.commit();
        insert(connection, trade, link.without("used_at", "spent_at"));
        insert(connection, trade, answers.get(1));
        connection.commit();
        link.update(connection, "token_hash", List.of("used_at"), trade);
        insert(connection, trade, events.get(2));
        board.update(connection, "id", List.of("collected_at", "version"), trade);
        connection.commit();
        link.update(connection, "token_hash", List.of("spent_at"), trade);
        connection.commit();
        accept(connection, trade);
        connection.commit();
    }

    private void order(Connection connection, int number, String trade) throws SQLException {
        var sql = "UPDATE limit_ledger_limit SET minor = minor + ? WHERE account = ? AND minor + ? >= 0";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, -1);
            statement.setString(2, String.valueOf(number));
            statement.setLong(3, -1);
            statement.executeUpdate();
        }
        insert(connection, trade, transfers.getFirst());
        insert(connection, trade, events.getFirst());
        insert(connection, trade, board.without("outcome", "collected_at", "certificate", "content"));
    }

    private void deliver(Connection connection, String trade) throws SQLException {
        insert(connection, trade, events.get(1));
        board.update(
                connection,
                "id",
                List.of("decision", "content", "state", "outcome", "since", "due_at", "version"),
                trade);
        insert(connection, trade, queued);
        insert(connection, trade, answers.getFirst());
    }

    private void accept(Connection connection, String trade) throws SQLException {
        Twin.insert(connection, transfers.subList(1, transfers.size()), trade);
        for (var event : events.subList(3, events.size())) insert(connection, trade, event);
        board.update(connection, "id", List.of("certificate", "state", "outcome", "since", "due_at", "version"), trade);
        insert(connection, trade, queued);
        insert(connection, trade, answers.get(2));
        for (var row : owed) insert(connection, trade, row);
    }

    private static void insert(Connection connection, String trade, Twin row) throws SQLException {
        Twin.insert(connection, List.of(row), trade);
    }
}
