package pujiang.evidence;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.trade.Attestation;

/** The tables of the {@link MerkleLog}. */
final class LogRows {

    private static final HexFormat HEX = HexFormat.of();

    private LogRows() {}

    record Signed(long size, String note) {}

    record Node(int level, long index) {}

    /** Either event or restoration names the place of the statement. */
    static int queue(
            Connection connection,
            Attestation attestation,
            @Nullable String event,
            @Nullable String restoration,
            LocalDateTime at)
            throws SQLException {
        var sql = "INSERT INTO log_queue (digest, leaf, queued_at, event, restoration) VALUES (?, ?, ?, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, attestation.digest());
            statement.setBytes(2, Merkle.leaf(attestation.statement().getBytes(StandardCharsets.UTF_8)));
            statement.setObject(3, at);
            statement.setString(4, event);
            statement.setString(5, restoration);
            return statement.executeUpdate();
        }
    }

    /**
     * Not a prepared statement: the number of waiting statements varies, and the driver would keep one for each length.
     * The text has only numbers and hexadecimal digits.
     */
    static void store(Connection connection, long size, List<QueuedStatement> waiting, Map<Node, byte[]> fresh)
            throws SQLException {
        var nodes = fresh.entrySet().stream().map(node -> "(%d,%d,x'%s')"
                .formatted(node.getKey().level(), node.getKey().index(), HEX.formatHex(node.getValue())));
        var leaves = IntStream.range(0, waiting.size())
                .mapToObj(nth -> waiting.get(nth).numbered(size + nth));
        // Not a range, because an open transaction may have queued a statement between these.
        var gone = waiting.stream().map(each -> String.valueOf(each.position()));
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO log_node (level, node_index, hash) VALUES " + listed(nodes));
            statement.executeUpdate("INSERT INTO log_leaf (leaf_index, digest, event, restoration, unexplained) VALUES "
                    + listed(leaves));
            statement.executeUpdate("DELETE FROM log_queue WHERE position IN (" + listed(gone) + ")");
        }
    }

    private static String listed(Stream<String> parts) {
        return parts.collect(Collectors.joining(","));
    }

    /** Size and note from one row, because a new checkpoint could appear between two queries. */
    static Optional<Signed> newest(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "SELECT size, note FROM log_checkpoint ORDER BY size DESC LIMIT 1");
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(new Signed(rows.getLong(1), rows.getString(2))) : Optional.empty();
        }
    }

    static List<QueuedStatement> waiting(Connection connection) throws SQLException {
        var sql = "SELECT position, digest, leaf, event, restoration FROM log_queue ORDER BY position LIMIT "
                + MerkleLog.BATCH;
        var waiting = new ArrayList<QueuedStatement>();
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) waiting.add(waiting(rows));
        }
        return waiting;
    }

    static Optional<QueuedStatement> waiting(Connection connection, String digest) throws SQLException {
        var sql = "SELECT position, digest, leaf, event, restoration FROM log_queue WHERE digest = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, digest);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(waiting(rows)) : Optional.empty();
            }
        }
    }

    private static QueuedStatement waiting(ResultSet row) throws SQLException {
        return new QueuedStatement(
                row.getLong(1), row.getString(2), row.getBytes(3), row.getString(4), row.getString(5));
    }

    static Optional<Long> index(Connection connection, String digest) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT leaf_index FROM log_leaf WHERE digest = ?")) {
            statement.setString(1, digest);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    static byte[] node(Connection connection, Map<Node, byte[]> fresh, int level, long index) throws SQLException {
        var known = fresh.get(new Node(level, index));
        if (known != null) return known;
        try (var statement =
                connection.prepareStatement("SELECT hash FROM log_node WHERE level = ? AND node_index = ?")) {
            statement.setInt(1, level);
            statement.setLong(2, index);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) throw new IllegalStateException("the log lacks node %d/%d".formatted(level, index));
                return rows.getBytes(1);
            }
        }
    }

    /** The first number of the first row, or 0. */
    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
