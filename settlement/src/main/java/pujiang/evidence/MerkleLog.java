package pujiang.evidence;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import pujiang.trade.Attestation;

/**
 * The append-only log of all signed statements. A statement is queued in its own transaction; {@link #sequence} gives
 * it a permanent number. Proofs are read from immutable rows of this log, never from the events.
 *
 * <p>Every method works within the caller's database transaction.
 */
public final class MerkleLog {

    /** The most statements that {@link #sequence} numbers at once. */
    public static final int BATCH = 1_000;

    private final DataSource database;
    private final SigningKeys keys;
    private final String origin;
    private final CheckpointListener watch;
    private final Clock clock;

    /**
     * @param origin names the log in its checkpoints, such as a host name with a path
     * @param watch receives each checkpoint before it is visible
     */
    public MerkleLog(DataSource database, SigningKeys keys, String origin, CheckpointListener watch, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.origin = origin;
        this.watch = watch;
        this.clock = clock;
    }

    /**
     * Puts a signed statement in the queue.
     *
     * @param event in which the statement is stored
     */
    public void queue(Attestation attestation, String event) {
        with(connection -> LogRows.queue(connection, attestation, event, null, now()));
    }

    /** Queues an operator's statement on a restored log, which is already stored and in no event. */
    public void queueRestoration(Attestation attestation) {
        with(connection -> LogRows.queue(connection, attestation, null, attestation.digest(), now()));
    }

    /** The number of waiting statements. */
    public long queued() {
        return with(connection -> LogRows.number(connection, "SELECT COUNT(*) FROM log_queue"));
    }

    /**
     * Numbers the waiting statements in one transaction of the caller: leaves, nodes and the new checkpoint appear
     * together with the removal from the queue. A concurrent call waits at the row of the newest checkpoint.
     *
     * @return how many leaves were added
     */
    public int sequence() {
        return with(connection -> {
            long size = lockedSize(connection);
            var waiting = LogRows.waiting(connection);
            if (!waiting.isEmpty()) grow(connection, size, waiting);
            return waiting.size();
        });
    }

    /**
     * Signs a checkpoint that was reported but never committed, from the same statements in the same order. It is
     * identical to the one that may have been seen.
     *
     * @return false, without a change, if the log or its queue lacks the statements of that checkpoint
     */
    public boolean resume(List<String> digests, Checkpoint told) {
        return with(connection -> {
            long size = lockedSize(connection);
            if (digests.isEmpty() || size + digests.size() != told.size()) return false;
            var waiting = new ArrayList<QueuedStatement>();
            for (var digest : digests) LogRows.waiting(connection, digest).ifPresent(waiting::add);
            if (waiting.size() < digests.size()) return false;
            var fresh = appended(connection, size, waiting);
            if (!Arrays.equals(tree(connection, fresh).root(told.size()), told.root())) return false;
            grow(connection, size, waiting);
            return true;
        });
    }

    private void grow(Connection connection, long size, List<QueuedStatement> waiting) throws SQLException {
        var fresh = appended(connection, size, waiting);
        long grown = size + waiting.size();
        var next = new Checkpoint(origin, grown, tree(connection, fresh).root(grown));
        watch.about(
                LogRows.newest(connection).map(LogRows.Signed::note),
                next.signed(keys),
                waiting.stream().map(QueuedStatement::digest).toList());
        LogRows.store(connection, size, waiting, fresh);
        sign(connection, next, "");
    }

    private static Map<LogRows.Node, byte[]> appended(Connection connection, long size, List<QueuedStatement> waiting)
            throws SQLException {
        var fresh = new HashMap<LogRows.Node, byte[]>();
        for (int i = 0; i < waiting.size(); i++)
            append(connection, size + i, waiting.get(i).leaf(), fresh);
        return fresh;
    }

    /** Whether the log is at least as long as a checkpoint, and begins with the same leaves. */
    public boolean begins(Checkpoint checkpoint) {
        return with(connection -> {
            long size = LogRows.number(connection, "SELECT COALESCE(MAX(size), 0) FROM log_checkpoint");
            return checkpoint.size() <= size
                    && checkpoint.origin().equals(origin)
                    && Arrays.equals(tree(connection).root(checkpoint.size()), checkpoint.root());
        });
    }

    /** The newest signed checkpoint. */
    public Optional<String> checkpoint() {
        return with(connection -> LogRows.newest(connection).map(LogRows.Signed::note));
    }

    /** The position of a statement, with its proof; empty while it waits, or if it is unknown. */
    public Optional<Inclusion> inclusion(String digest) {
        return with(connection -> {
            var index = LogRows.index(connection, digest);
            if (index.isEmpty()) return Optional.empty();
            var newest = LogRows.newest(connection).orElseThrow();
            var path = tree(connection).inclusion(index.get(), newest.size());
            return Optional.of(new Inclusion(index.get(), newest.size(), path, newest.note()));
        });
    }

    /** The proof that the log of the larger size begins with the log of the smaller one. */
    public List<byte[]> consistency(long small, long large) {
        return with(connection -> {
            long size = LogRows.number(connection, "SELECT COALESCE(MAX(size), 0) FROM log_checkpoint");
            if (small < 0 || small > large || large > size) {
                throw new IllegalArgumentException("sizes must be 0 <= %d <= %d <= %d".formatted(small, large, size));
            }
            return tree(connection).consistency(small, large);
        });
    }

    /** A C2SP tile: up to 256 consecutive hashes, as many as exist. */
    public byte[] tile(int level, long index) {
        return with(connection -> {
            var sql = "SELECT hash FROM log_node WHERE level = ? AND node_index >= ? AND node_index < ? ORDER BY"
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

    private static void append(Connection connection, long index, byte[] leaf, Map<LogRows.Node, byte[]> fresh)
            throws SQLException {
        var hash = leaf;
        fresh.put(new LogRows.Node(0, index), hash);
        long position = index;
        for (int level = 0; (position & 1) == 1; level++, position >>= 1) {
            hash = Merkle.node(LogRows.node(connection, fresh, level, position - 1), hash);
            fresh.put(new LogRows.Node(level + 1, position >> 1), hash);
        }
    }

    private void sign(Connection connection, Checkpoint checkpoint, String unless) throws SQLException {
        var sql = "INSERT INTO log_checkpoint (size, root, note, signed_at) VALUES (?, ?, ?, ?)" + unless;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, checkpoint.size());
            statement.setBytes(2, checkpoint.root());
            statement.setString(3, checkpoint.signed(keys));
            statement.setObject(4, now());
            statement.executeUpdate();
        }
    }

    /**
     * INVARIANT: two sequencers never number the same leaves; the size is the primary key of the next checkpoint. A
     * waiting query returns the row that was newest before, so it repeats until there is no newer one.
     */
    private long lockedSize(Connection connection) throws SQLException {
        // The empty log is signed too, so that a row to lock exists from the beginning.
        if (LogRows.newest(connection).isEmpty()) {
            sign(connection, new Checkpoint(origin, 0, Merkle.empty()), " ON DUPLICATE KEY UPDATE size = size");
        }
        var sql = "SELECT size FROM log_checkpoint ORDER BY size DESC LIMIT 1 FOR UPDATE";
        long size = LogRows.number(connection, sql);
        for (long newer = LogRows.number(connection, sql); newer > size; newer = LogRows.number(connection, sql))
            size = newer;
        return size;
    }

    private static Tree tree(Connection connection) {
        return tree(connection, Map.of());
    }

    private static Tree tree(Connection connection, Map<LogRows.Node, byte[]> fresh) {
        return new Tree((level, index) -> {
            try {
                return LogRows.node(connection, fresh, level, index);
            } catch (SQLException e) {
                throw new LogUnavailable(e);
            }
        });
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
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
}
