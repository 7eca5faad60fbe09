package pujiang.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rebuilds the log from its leaves alone, in order, for comparison with what {@link MerkleLog} has stored. It keeps
 * only the hashes of the complete subtrees so far, at most one per level.
 */
public final class LogAudit {

    private final List<Node> peaks = new ArrayList<>();
    private long size;

    /** The hash of one complete subtree; it covers the leaves from {@code index * 2^level} on, 2^level of them. */
    @SuppressWarnings("ArrayRecordComponent") // A hash that is compared by its bytes, never as a record.
    public record Node(int level, long index, byte[] hash) {}

    /** The expected leaf of a signed statement. */
    public static byte[] leaf(String statement) {
        return Merkle.leaf(statement.getBytes(StandardCharsets.UTF_8));
    }

    /** @return the subtrees that this leaf completes, the lowest first */
    public List<Node> append(byte[] leaf) {
        var completed = new ArrayList<Node>();
        var node = new Node(0, size, leaf);
        while (!peaks.isEmpty() && peaks.getLast().level() == node.level()) {
            var left = peaks.removeLast();
            node = new Node(node.level() + 1, node.index() >> 1, Merkle.node(left.hash(), node.hash()));
            completed.add(node);
        }
        peaks.add(node);
        size++;
        return completed;
    }

    public long size() {
        return size;
    }

    /** RFC 9162, 2.1.1: the smaller subtrees on the right are combined first. */
    public byte[] root() {
        if (peaks.isEmpty()) return Merkle.empty();
        var hash = peaks.getLast().hash();
        for (int i = peaks.size() - 2; i >= 0; i--)
            hash = Merkle.node(peaks.get(i).hash(), hash);
        return hash;
    }
}
