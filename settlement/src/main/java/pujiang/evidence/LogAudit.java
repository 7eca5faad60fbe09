package pujiang.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The log made once more from its leaves alone, one after the other: what {@link MerkleLog} has stored must be the same.
 * It keeps only the hashes of the complete subtrees that the leaves so far make up, at most one a level.
 */
public final class LogAudit {

    private final List<Node> peaks = new ArrayList<>();
    private long size;

    /** The hash of one complete subtree; it covers the leaves from {@code index * 2^level} on, 2^level of them. */
    @SuppressWarnings(
            "ArrayRecordComponent") // A hash on its way to a comparison by its bytes, never compared as a record.
    public record Node(int level, long index, byte[] hash) {}

    /** What the leaf of a signed statement must be. */
    public static byte[] leaf(String statement) {
        return Merkle.leaf(statement.getBytes(StandardCharsets.UTF_8));
    }

    /** @return the subtrees above it that this leaf completes, the lowest first */
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
