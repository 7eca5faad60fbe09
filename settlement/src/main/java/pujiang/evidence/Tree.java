package pujiang.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * Computes roots and proofs from the hashes of complete subtrees: node {@code i} of level {@code l} covers the leaves
 * from {@code i * 2^l} to {@code (i + 1) * 2^l - 1}.
 */
final class Tree {

    private final Nodes nodes;

    Tree(Nodes nodes) {
        this.nodes = nodes;
    }

    /** Complete subtrees by level and index. */
    interface Nodes {
        byte[] hash(int level, long index);
    }

    byte[] root(long size) {
        return size == 0 ? Merkle.empty() : range(0, size);
    }

    /** RFC 9162, 2.1.3.1. */
    List<byte[]> inclusion(long index, long size) {
        var proof = new ArrayList<byte[]>();
        path(index, 0, size, proof);
        return proof;
    }

    /** RFC 9162, 2.1.4.1. */
    List<byte[]> consistency(long small, long large) {
        var proof = new ArrayList<byte[]>();
        if (small > 0 && small < large) subproof(small, 0, large, true, proof);
        return proof;
    }

    private void path(long index, long from, long to, List<byte[]> proof) {
        if (to - from == 1) return;
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, proof);
            proof.add(range(middle, to));
        } else {
            path(index, middle, to, proof);
            proof.add(range(from, middle));
        }
    }

    private void subproof(long small, long from, long to, boolean known, List<byte[]> proof) {
        if (small == to) {
            if (!known) proof.add(range(from, to));
            return;
        }
        long middle = from + split(to - from);
        if (small <= middle) {
            subproof(small, from, middle, known, proof);
            proof.add(range(middle, to));
        } else {
            subproof(small, middle, to, false, proof);
            proof.add(range(from, middle));
        }
    }

    /** The hash over leaves from..to; from is a multiple of the range's largest complete subtree. */
    private byte[] range(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return nodes.hash(level, from >> level);
        }
        long middle = from + split(count);
        return Merkle.node(range(from, middle), range(middle, to));
    }

    /** The largest power of two below a number greater than one. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
