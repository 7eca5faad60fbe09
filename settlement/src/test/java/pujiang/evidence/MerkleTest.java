package pujiang.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Proofs are made by one algorithm and checked by another; a third, straight from the definitions, judges both. */
class MerkleTest {

    private static final int LARGEST = 70;
    private static final List<byte[]> LEAVES = IntStream.range(0, LARGEST)
            .mapToObj(i -> Merkle.leaf(("entry " + i).getBytes(UTF_8)))
            .toList();
    private static final Tree TREE = tree(LEAVES);

    /** The entries and roots that the implementations of RFC 6962 and 9162 share. */
    private static final List<String> ENTRIES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void theKnownRoots(int size, String root) {
        var leaves =
                ENTRIES.stream().map(HexFormat.of()::parseHex).map(Merkle::leaf).toList();

        assertThat(HexFormat.of().formatHex(tree(leaves).root(size))).isEqualTo(root);
    }

    @Test
    void everyLeafOfEverySizeIsProven() {
        for (int size = 1; size <= LARGEST; size++) {
            var root = mth(0, size);
            assertThat(TREE.root(size)).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                var proof = TREE.inclusion(index, size);
                assertThat(proof.toArray(byte[][]::new))
                        .as("leaf %d of %d", index, size)
                        .isDeepEqualTo(path(index, 0, size).toArray(byte[][]::new));
                assertThat(Merkle.included(LEAVES.get(index), index, size, proof, root))
                        .isTrue();
                for (int other = -1; other <= size; other++) {
                    if (other != index)
                        assertThat(Merkle.included(LEAVES.get(index), other, size, proof, root))
                                .as("leaf %d of %d passes as %d", index, size, other)
                                .isFalse();
                }
            }
        }
    }

    @Test
    void everyTwoSizesAreConsistentAndNoOtherTwoAre() {
        for (int large = 1; large <= LARGEST; large++) {
            for (int small = 1; small <= large; small++) {
                var proof = TREE.consistency(small, large);
                assertThat(Merkle.consistent(small, mth(0, small), large, mth(0, large), proof))
                        .as("%d to %d", small, large)
                        .isTrue();
                assertThat(Merkle.consistent(small, mth(0, large), large, mth(0, large), proof))
                        .as("the root of %d for %d", large, small)
                        .isEqualTo(small == large);
                assertThat(Merkle.consistent(small, mth(1, small + 1), large, mth(0, large), proof))
                        .as("other leaves than those of %d", small)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 7, 8, 13, 31, 64, 70})
    void oneBitOfAnInclusionProofSpoilsIt(int size) {
        var root = mth(0, size);
        for (int leaf = 0; leaf < size; leaf++) {
            int index = leaf;
            everySpoiled(TREE.inclusion(index, size), proof -> assertThat(
                            Merkle.included(LEAVES.get(index), index, size, proof, root))
                    .isFalse());
        }
    }

    @Test
    void oneBitOfAConsistencyProofSpoilsIt() {
        for (int size = 2; size <= 17; size++) {
            for (int before = 1; before < size; before++) {
                int small = before;
                int large = size;
                everySpoiled(TREE.consistency(small, large), proof -> assertThat(
                                Merkle.consistent(small, mth(0, small), large, mth(0, large), proof))
                        .isFalse());
            }
        }
    }

    @Test
    void nothingProvesNothing() {
        assertThat(Merkle.included(LEAVES.getFirst(), 0, 0, List.of(), Merkle.empty()))
                .isFalse();
        assertThat(Merkle.included(LEAVES.getFirst(), 0, -1, List.of(), Merkle.empty()))
                .isFalse();
        assertThat(Merkle.consistent(0, Merkle.empty(), 3, mth(0, 3), List.of()))
                .isFalse();
        assertThat(Merkle.consistent(3, mth(0, 3), 2, mth(0, 2), List.of())).isFalse();
        assertThat(Merkle.consistent(3, mth(0, 3), 3, mth(0, 3), List.of(mth(0, 3))))
                .isFalse();
        assertThat(TREE.consistency(0, 3)).isEmpty();
    }

    /** Each bit flipped, one hash less at either end, one too many at either end. */
    private static void everySpoiled(List<byte[]> proof, Consumer<List<byte[]>> judge) {
        for (int i = 0; i < proof.size(); i++) {
            for (int bit = 0; bit < 256; bit++) {
                var spoiled = new ArrayList<>(proof);
                var hash = proof.get(i).clone();
                hash[bit / 8] ^= (byte) (1 << bit % 8);
                spoiled.set(i, hash);
                judge.accept(spoiled);
            }
        }
        judge.accept(proof.subList(0, proof.size() - 1));
        judge.accept(proof.subList(1, proof.size()));
        var longer = new ArrayList<>(proof);
        longer.addLast(LEAVES.getFirst());
        judge.accept(longer);
        longer.removeLast();
        longer.addFirst(LEAVES.getFirst());
        judge.accept(longer);
    }

    /** RFC 9162, 2.1.1: the hash of leaves from..to. */
    private static byte[] mth(int from, int to) {
        if (to - from == 1) return LEAVES.get(from % LARGEST);
        int middle = from + largestPowerBelow(to - from);
        return Merkle.node(mth(from, middle), mth(middle, to));
    }

    /** RFC 9162, 2.1.3.1. */
    private static List<byte[]> path(int index, int from, int to) {
        if (to - from == 1) return List.of();
        int middle = from + largestPowerBelow(to - from);
        var path = new ArrayList<>(index < middle ? path(index, from, middle) : path(index, middle, to));
        path.add(index < middle ? mth(middle, to) : mth(from, middle));
        return path;
    }

    private static int largestPowerBelow(int count) {
        int power = 1;
        while (power * 2 < count) power *= 2;
        return power;
    }

    private record Place(int level, long index) {}

    /** Keeps the complete subtrees only, as the database does. */
    private static Tree tree(List<byte[]> leaves) {
        Map<Place, byte[]> nodes = new HashMap<>();
        for (int i = 0; i < leaves.size(); i++) nodes.put(new Place(0, i), leaves.get(i));
        for (int level = 1; 1 << level <= leaves.size(); level++) {
            for (long i = 0; (i + 1) << level <= leaves.size(); i++) {
                var left = hash(nodes, level - 1, 2 * i);
                nodes.put(new Place(level, i), Merkle.node(left, hash(nodes, level - 1, 2 * i + 1)));
            }
        }
        return new Tree((level, index) -> hash(nodes, level, index));
    }

    private static byte[] hash(Map<Place, byte[]> nodes, int level, long index) {
        return Objects.requireNonNull(nodes.get(new Place(level, index)));
    }
}
