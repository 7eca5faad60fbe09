package pujiang.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.settlement.RealDatabase.fresh;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import pujiang.digest.Sha256;
import pujiang.evidence.Checked.Part;
import pujiang.settlement.RealDatabase;
import pujiang.trade.Attestation;

/** The log on a real server, judged by the definitions of RFC 9162 over the leaves that it serves. */
class MerkleLogTest {

    /** More than one tile has room for. */
    private static final int STATEMENTS = 300;

    private final RealDatabase database = RealDatabase.started();
    private final SigningKeys keys = Keys.known();
    private final MerkleLog log =
            new MerkleLog(database.bound(), keys, "settlement.example/log", (_, _, _) -> {}, Clock.systemUTC());

    @Test
    void severalSequencersAtOnceMakeOneLogInWhichEverythingIsProven() throws Exception {
        var statements =
                IntStream.range(0, STATEMENTS).mapToObj(_ -> statement()).toList();
        Set<String> notes = ConcurrentHashMap.newKeySet();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<?>>();
            for (int thread = 0; thread < 3; thread++) {
                var mine = statements.subList(thread * 100, thread * 100 + 100);
                work.add(pool.submit(() -> mine.forEach(this::queueAndSequence)));
            }
            work.add(pool.submit(() -> statements.forEach(statement -> proven(statement, notes))));
            for (var each : work) each.get(120, TimeUnit.SECONDS);
        }
        within(log::sequence);

        var leaves = leaves();
        statements.forEach(statement ->
                assertThat(leaves.get((int) proven(statement, notes))).isEqualTo(leaf(statement)));
        assertThat(notes).hasSizeGreaterThan(2);
        notes.forEach(note -> assertThat(root(note)).isEqualTo(mth(leaves, 0, size(note))));
        tilesHold(leaves);
        everyTwoAreConsistent(
                leaves, notes.stream().map(MerkleLogTest::size).sorted().toList());
    }

    @Test
    void whatIsNotInTheLogIsNotProvenAndNoSizeBeyondItIs() {
        assertThat(log.inclusion("0f".repeat(32))).isEmpty();
        assertThatThrownBy(() -> log.consistency(1, Long.MAX_VALUE)).hasMessageStartingWith("sizes must be 0 <= 1 <=");
        assertThatThrownBy(() -> log.consistency(-1, 0)).hasMessageStartingWith("sizes must be 0 <= -1 <= 0");
    }

    @Test
    void aStatementIsLoggedOnceAndWaitsUntilItsOwnTransactionEnds() {
        var statement = statement();
        database.undone(() -> log.queue(statement, database.planted()));
        within(log::sequence);
        assertThat(log.inclusion(statement.digest())).isEmpty();

        queueAndSequence(statement);

        assertThat(log.inclusion(statement.digest())).isPresent();
    }

    @Test
    void theDatabaseTakesNoLeafWithoutItsEvent() {
        for (var table :
                List.of("log_queue (digest, leaf, queued_at, event)", "log_leaf (digest, leaf_index, event)")) {
            for (var event : Arrays.asList(null, "no-event")) {
                var values = table.startsWith("log_queue") ? "(?, unhex(repeat('00', 32)), now(6), ?)" : "(?, -1, ?)";
                assertThatThrownBy(() -> database.sql()
                                .update(
                                        "insert into " + table + " values " + values,
                                        statement().digest(),
                                        event))
                        .isInstanceOf(DataAccessException.class);
            }
        }
    }

    private void queueAndSequence(Attestation statement) {
        within(() -> log.queue(statement, database.planted()));
        within(log::sequence);
    }

    /** Waits for the statement's number; every proof that is served on the way must fit the checkpoint beside it. */
    private long proven(Attestation statement, Set<String> notes) {
        for (int attempt = 0; ; attempt++) {
            var inclusion = log.inclusion(statement.digest());
            if (inclusion.isPresent()) {
                var bundle = Bundle.of(statement, keys.published(), inclusion.get());
                assertThat(bundle.checks())
                        .filteredOn(check -> check.part() == Part.CHECKPOINT || check.part() == Part.INCLUSION)
                        .hasSize(2)
                        .allMatch(Checked::holds);
                notes.add(bundle.checkpoint());
                return bundle.index();
            }
            assertThat(attempt).as("%s was never numbered", statement).isLessThan(60_000);
            Thread.onSpinWait();
        }
    }

    private List<byte[]> leaves() {
        return Stream.iterate(0, index -> index + 1)
                .map(index -> log.tile(0, index))
                .takeWhile(tile -> tile.length > 0)
                .flatMap(tile -> hashes(tile).stream())
                .toList();
    }

    private void tilesHold(List<byte[]> leaves) {
        assertThat(log.tile(0, 0)).hasSize(256 * 32);
        assertThat(hashes(log.tile(1, 0)).getFirst()).isEqualTo(mth(leaves, 0, 256));
        assertThat(log.tile(2, 0)).isEmpty();
    }

    private void everyTwoAreConsistent(List<byte[]> leaves, List<Integer> sizes) {
        for (int large : sizes.subList(Math.max(0, sizes.size() - 5), sizes.size())) {
            for (int small = 1; small <= large; small++) {
                assertThat(log.consistency(small, large).toArray(byte[][]::new))
                        .as("%d to %d", small, large)
                        .isDeepEqualTo(subproof(leaves, small, 0, large, true).toArray(byte[][]::new));
            }
        }
    }

    /** RFC 9162, 2.1.4.1. */
    private static List<byte[]> subproof(List<byte[]> leaves, int small, int from, int to, boolean whole) {
        if (small == to - from) return whole ? List.of() : List.of(mth(leaves, from, to));
        int split = Integer.highestOneBit(to - from - 1);
        int middle = from + split;
        var proof = new ArrayList<>(
                small <= split
                        ? subproof(leaves, small, from, middle, whole)
                        : subproof(leaves, small - split, middle, to, false));
        proof.add(small <= split ? mth(leaves, middle, to) : mth(leaves, from, middle));
        return proof;
    }

    /** RFC 9162, 2.1.1. */
    private static byte[] mth(List<byte[]> leaves, int from, int to) {
        if (to - from == 1) return leaves.get(from);
        int middle = from + Integer.highestOneBit(to - from - 1);
        return sha256(new byte[] {1}, mth(leaves, from, middle), mth(leaves, middle, to));
    }

    private static byte[] leaf(Attestation statement) {
        return sha256(new byte[] {0}, statement.statement().getBytes(UTF_8));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }

    private static List<byte[]> hashes(byte[] tile) {
        return IntStream.range(0, tile.length / 32)
                .mapToObj(i -> Arrays.copyOfRange(tile, 32 * i, 32 * i + 32))
                .toList();
    }

    private static int size(String note) {
        return Integer.parseInt(line(note, 1));
    }

    private static byte[] root(String note) {
        return Base64.getDecoder().decode(line(note, 2));
    }

    private static String line(String note, int number) {
        return note.lines().skip(number).findFirst().orElseThrow();
    }

    private void within(Runnable work) {
        database.within(() -> {
            work.run();
            return true;
        });
    }

    private static Attestation statement() {
        var text = "{\"test\":\"" + fresh("log") + "\"}";
        return new Attestation(text, new Sha256().add(text).hex(), "none", "", "");
    }
}
