package pujiang.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import pujiang.trade.Attestation;

/**
 * The log of everything that was signed. A statement waits in a queue from its own transaction on; {@link #sequence}
 * gives it a number for ever. Proofs are read from immutable rows that nothing else writes to, never from the events.
 *
 * <p>Every method works within the caller's database transaction.
 */
public final class MerkleLog {

    /** How many statements {@link #sequence} numbers at once, at most. */
    public static final int BATCH = 1_000;

    private static final HexFormat HEX = HexFormat.of();

    private final DataSource database;
    private final SigningKeys keys;
    private final String origin;
    private final Clock clock;

    /** @param origin names the log in its checkpoints, like a host name with a path */
    public MerkleLog(DataSource database, SigningKeys keys, String origin, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.origin = origin;
        this.clock = clock;
    }

    /**
     * Puts a signed statement in the queue.
     *
     * @param event in which it is stored
     */
    public void queue(Attestation attestation, String event) {
        update("insert into log_queue (digest, leaf, queued_at, event) values (?, ?, ?, ?)", statement -> {
            statement.setString(1, attestation.digest());
            statement.setBytes(2, Merkle.leaf(attestation.statement().getBytes(StandardCharsets.UTF_8)));
            statement.setObject(3, now());
            statement.setString(4, event);
        });
    }

    /** How many statements wait. */
    public long queued() {
        return with(connection -> number(connection, "select count(*) from log_queue"));
    }

    /**
     * Numbers what waits, in one transaction of the caller's: leaves, nodes and the new checkpoint appear together, and
     * leave the queue with them. Whoever comes second waits for the first at the newest checkpoint's row.
     *
     * @return how many leaves were added
     */
    public int sequence() {
        return with(connection -> {
            long size = lockedSize(connection);
            var waiting = waiting(connection);
            if (waiting.isEmpty()) return 0;
            var fresh = new HashMap<Node, byte[]>();
            for (int i = 0; i < waiting.size(); i++)
                append(connection, size + i, waiting.get(i).leaf(), fresh);
            store(connection, size, waiting, fresh);
            long grown = size + waiting.size();
            sign(
                    connection,
                    new Checkpoint(origin, grown, tree(connection, fresh).root(grown)),
                    "");
            return waiting.size();
        });
    }

    /** The newest signed checkpoint. */
    public Optional<String> checkpoint() {
        return with(connection -> newest(connection).map(Signed::note));
    }

    /** Where a statement is, and why that is so; empty while it waits, or if it is not known. */
    public Optional<Inclusion> inclusion(String digest) {
        return with(connection -> {
            var index = index(connection, digest);
            if (index.isEmpty()) return Optional.empty();
            var newest = newest(connection).orElseThrow();
            var path = tree(connection).inclusion(index.get(), newest.size());
            return Optional.of(new Inclusion(index.get(), newest.size(), path, newest.note()));
        });
    }

    /** That the log of the larger size begins with the log of the smaller one. */
    public List<byte[]> consistency(long small, long large) {
        return with(connection -> {
            long size = number(connection, "select coalesce(max(size), 0) from log_checkpoint");
            if (small < 0 || small > large || large > size) {
                throw new IllegalArgumentException("sizes must be 0 <= %d <= %d <= %d".formatted(small, large, size));
            }
            return tree(connection).consistency(small, large);
        });
    }

    /** A C2SP tile: up to 256 hashes side by side, as many as there are. */
    public byte[] tile(int level, long index) {
        return with(connection -> {
            var sql = "select hash from log_node where level = ? and node_index >= ? and node_index < ? order by"
                    + " node_index";
            var tile = new ByteArrayOutputStream();
            try (var statement = connection.prepareStatement(sql)) {
                statement.setInt(1, 8 * level);
                statement.setLong(2, 256 * index);
                statement.setLong(3, 256 * (index + 1));
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) tile.writeBytes(rows.getBytes(1));
                }
            }
            return tile.toByteArray();
        });
    }

    /** A leaf's number and the path from it to the root of a checkpoint. */
    public record Inclusion(long index, long size, List<byte[]> path, String checkpoint) {}

    private record Signed(long size, String note) {}

    private record Node(int level, long index) {}

    private static void append(Connection connection, long index, byte[] leaf, Map<Node, byte[]> fresh)
            throws SQLException {
        var hash = leaf;
        fresh.put(new Node(0, index), hash);
        long position = index;
        for (int level = 0; (position & 1) == 1; level++, position >>= 1) {
            hash = Merkle.node(node(connection, fresh, level, position - 1), hash);
            fresh.put(new Node(level + 1, position >> 1), hash);
        }
    }

    /**
     * Text and not prepared: what waits is never twice as much, and the driver would keep a statement of each length. There
     * is nothing in it but numbers and hexadecimal digits.
     */
    private static void store(Connection connection, long size, List<Waiting> waiting, Map<Node, byte[]> fresh)
            throws SQLException {
        var nodes = fresh.entrySet().stream().map(node -> "(%d,%d,x'%s')"
                .formatted(node.getKey().level(), node.getKey().index(), HEX.formatHex(node.getValue())));
        var leaves = IntStream.range(0, waiting.size())
                .mapToObj(nth -> waiting.get(nth).numbered(size + nth));
        // Not a range: a transaction that is still open may have queued a statement between these.
        var gone = waiting.stream().map(each -> String.valueOf(each.position()));
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("insert into log_node (level, node_index, hash) values " + listed(nodes));
            statement.executeUpdate(
                    "insert into log_leaf (leaf_index, digest, event, unexplained) values " + listed(leaves));
            statement.executeUpdate("delete from log_queue where position in (" + listed(gone) + ")");
        }
    }

    private static String listed(Stream<String> parts) {
        return parts.collect(Collectors.joining(","));
    }

    private void sign(Connection connection, Checkpoint checkpoint, String unless) throws SQLException {
        var sql = "insert into log_checkpoint (size, root, note, signed_at) values (?, ?, ?, ?)" + unless;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, checkpoint.size());
            statement.setBytes(2, checkpoint.root());
            statement.setString(3, checkpoint.signed(keys));
            statement.setObject(4, now());
            statement.executeUpdate();
        }
    }

    /** Size and note of one row: two queries could fall on either side of a new checkpoint. */
    private static Optional<Signed> newest(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select size, note from log_checkpoint order by size desc limit 1");
                var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(new Signed(rows.getLong(1), rows.getString(2))) : Optional.empty();
        }
    }

    /**
     * INVARIANT: two sequencers never number the same leaves; the size is the primary key of the next checkpoint. Who had
     * to wait is given the row that was the newest before, so it asks until no newer one has come.
     */
    private long lockedSize(Connection connection) throws SQLException {
        // The empty log is signed too, so that there is a row to wait at from the beginning.
        if (newest(connection).isEmpty()) {
            sign(connection, new Checkpoint(origin, 0, Merkle.empty()), " on duplicate key update size = size");
        }
        var sql = "select size from log_checkpoint order by size desc limit 1 for update";
        long size = number(connection, sql);
        for (long newer = number(connection, sql); newer > size; newer = number(connection, sql)) size = newer;
        return size;
    }

    private static List<Waiting> waiting(Connection connection) throws SQLException {
        var sql = "select position, digest, leaf, event from log_queue order by position limit " + BATCH;
        var waiting = new ArrayList<Waiting>();
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                waiting.add(new Waiting(rows.getLong(1), rows.getString(2), rows.getBytes(3), rows.getString(4)));
            }
        }
        return waiting;
    }

    private static Optional<Long> index(Connection connection, String digest) throws SQLException {
        try (var statement = connection.prepareStatement("select leaf_index from log_leaf where digest = ?")) {
            statement.setString(1, digest);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    private static Tree tree(Connection connection) {
        return tree(connection, Map.of());
    }

    private static Tree tree(Connection connection, Map<Node, byte[]> fresh) {
        return new Tree((level, index) -> {
            try {
                return node(connection, fresh, level, index);
            } catch (SQLException e) {
                throw new LogUnavailable(e);
            }
        });
    }

    private static byte[] node(Connection connection, Map<Node, byte[]> fresh, int level, long index)
            throws SQLException {
        var known = fresh.get(new Node(level, index));
        if (known != null) return known;
        try (var statement =
                connection.prepareStatement("select hash from log_node where level = ? and node_index = ?")) {
            statement.setInt(1, level);
            statement.setLong(2, index);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) throw new IllegalStateException("the log lacks node %d/%d".formatted(level, index));
                return rows.getBytes(1);
            }
        }
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The first number of the first row, 0 if there is none. */
    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private void update(String sql, Binding binding) {
        with(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                binding.to(statement);
                return statement.executeUpdate();
            }
        });
    }

    private <T> T with(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }
}
