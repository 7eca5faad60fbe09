package pujiang.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pujiang.digest.Sha256;

/**
 * The tree of RFC 9162 section 2.1: combining hashes and checking proofs. The checks follow the algorithms of 2.1.3.2
 * and 2.1.4.2 line by line.
 */
final class Merkle {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private Merkle() {}

    static byte[] leaf(byte[] entry) {
        return new Sha256().add(LEAF).add(entry).bytes();
    }

    static byte[] node(byte[] left, byte[] right) {
        return new Sha256().add(NODE).add(left).add(right).bytes();
    }

    /** The root of the empty tree. */
    static byte[] empty() {
        return new Sha256().bytes();
    }

    /** Whether the leaf is number {@code index} of the tree of that size and root. */
    static boolean included(byte[] leaf, long index, long size, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size) return false;
        long fn = index;
        long sn = size - 1;
        var hash = leaf;
        for (var sibling : proof) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                hash = node(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(hash, root);
    }

    /** Whether the larger tree begins with the smaller one, unchanged. */
    static boolean consistent(long small, byte[] smallRoot, long large, byte[] largeRoot, List<byte[]> proof) {
        if (small == large) return proof.isEmpty() && Arrays.equals(smallRoot, largeRoot);
        if (small <= 0 || small > large || (proof.isEmpty() && Long.bitCount(small) != 1)) return false;
        var path = new ArrayList<>(proof);
        if (Long.bitCount(small) == 1) path.addFirst(smallRoot);
        return climb(small - 1, large - 1, path, smallRoot, largeRoot);
    }

    private static boolean climb(long small, long large, List<byte[]> path, byte[] smallRoot, byte[] largeRoot) {
        int skip = Long.numberOfTrailingZeros(~small);
        long fn = small >> skip;
        long sn = large >> skip;
        var fr = path.getFirst();
        var sr = path.getFirst();
        for (var hash : path.subList(1, path.size())) {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(hash, fr);
                sr = node(hash, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, hash);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, smallRoot) && Arrays.equals(sr, largeRoot);
    }
}
