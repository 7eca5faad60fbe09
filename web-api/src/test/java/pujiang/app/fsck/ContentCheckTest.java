package pujiang.app.fsck;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.fsck.Findings.Outcome;
import pujiang.app.security.Accounts;
import pujiang.app.start.DataFolder;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** The files that were delivered, on the disk. */
@ExchangeTest
@TestPropertySource(properties = "pujiang.log.origin=fsck.example/log") // An exchange that no other test writes to.
class ContentCheckTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fsck fsck;

    @Autowired
    private FsckBoard board;

    @Autowired
    private DataSource database;

    @Autowired
    private DataFolder data;

    private final List<String> read = new ArrayList<>();
    private Sale sale;

    @BeforeEach
    void aSale() throws Exception {
        sale = new Sale(new Market(port, accounts), "1.00").deposit("100.00");
    }

    /** What may become of a file, and what is said of it. */
    enum Harm {
        GONE("its file is missing") {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
            }
        },
        A_FOLDER("its file is missing") {
            @Override
            void to(Path file) throws IOException {
                Files.delete(file);
                Files.createDirectory(file);
            }
        },
        CUT("the size of its file is 3 and should be") {
            @Override
            void to(Path file) throws IOException {
                Files.writeString(file, "cut");
            }
        },
        ANOTHER_BYTE("its bytes have different digests") {
            @Override
            void to(Path file) throws IOException {
                var bytes = Files.readAllBytes(file);
                bytes[0] ^= 1;
                Files.write(file, bytes);
            }
        };

        private final String told;

        Harm(String told) {
            this.told = told;
        }

        abstract void to(Path file) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void aHarmedFileIsNamedAndAWholeOneIsNot(Harm harm) throws Exception {
        var whole = delivered();
        var harmed = delivered();
        var bytes = Files.readAllBytes(file(harmed));
        harm.to(file(harmed));
        try {
            assertThat(told(harmed, Long.MAX_VALUE)).anyMatch(text -> text.contains(harm.told));
            assertThat(told(whole, Long.MAX_VALUE)).isEmpty();
        } finally {
            Files.deleteIfExists(file(harmed));
            Files.write(file(harmed), bytes);
        }
        assertThat(told(harmed, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void thatAFileIsThereIsSeenThoughNoneIsRead() throws Exception {
        var gone = delivered();
        var bytes = Files.readAllBytes(file(gone));
        Files.delete(file(gone));
        try {
            assertThat(told(gone, 0)).containsExactly("its file is missing");
        } finally {
            Files.write(file(gone), bytes);
        }
        assertThat(read).isEmpty();
    }

    /** A file a time: nobody is read twice before everybody has been read once. */
    @Test
    void theFilesTakeTurns() throws Exception {
        for (int i = 0; i < 3; i++) delivered();
        outcome(Long.MAX_VALUE);
        var all = new HashSet<>(read);
        read.clear();

        for (int i = 0; i < all.size(); i++) assertThat(outcome(1).damages()).isEmpty();
        assertThat(read).hasSameSizeAs(all).containsExactlyInAnyOrderElementsOf(all);

        var fresh = delivered();
        read.clear();
        outcome(1);
        assertThat(read).as("never read before").containsExactly(fresh);
    }

    /** Else the night after, when it is another's turn, would call the store clean. */
    @Test
    void whatWasFoundHarmedStaysNamedUntilItIsFoundWhole() throws Exception {
        var harmed = delivered();
        var bytes = Files.readAllBytes(file(harmed));
        Harm.ANOTHER_BYTE.to(file(harmed));
        assertThat(told(harmed, Long.MAX_VALUE)).isNotEmpty();

        assertThat(told(harmed, 1)).as("read first").isNotEmpty();
        Files.write(file(harmed), bytes);
        assertThat(told(harmed, 1)).isEmpty();
    }

    /** Several that are harmed, and enough for one: the others are named as they were when they were read last. */
    @Test
    void whatIsSuspectAndNotReadThisTimeIsNamedWithTheDayItWasRead() throws Exception {
        var one = delivered();
        var other = delivered();
        var bytes = List.of(Files.readAllBytes(file(one)), Files.readAllBytes(file(other)));
        Harm.ANOTHER_BYTE.to(file(one));
        Harm.ANOTHER_BYTE.to(file(other));
        outcome(Long.MAX_VALUE);
        read.clear();

        var found = outcome(1).damages();

        assertThat(read).hasSize(1);
        assertThat(found).filteredOn(damage -> damage.english().contains("UTC")).hasSize(1);
        assertThat(found.stream().map(Findings.Damage::place)).contains("content " + one, "content " + other);
        Files.write(file(one), bytes.getFirst());
        Files.write(file(other), bytes.getLast());
        assertThat(outcome(Long.MAX_VALUE).damaged()).isZero();
    }

    /** @return the digest of what was delivered, which is like nothing else */
    private String delivered() throws Exception {
        var trade = fresh("content-trade");
        sale.order(trade).is(201);
        return sale.deliver(trade, fresh("bytes of a file")).is(200).text("/content/sha256");
    }

    private List<String> told(String sha256, long most) throws Exception {
        return outcome(most).damages().stream()
                .filter(damage -> damage.place().equals("content " + sha256))
                .map(Findings.Damage::english)
                .toList();
    }

    private Outcome outcome(long most) throws Exception {
        try (var connection = database.getConnection()) {
            return fsck.run(connection, new Recorded(most), _ -> {}).outcomes().stream()
                    .filter(outcome -> outcome.check().name().equals("contents"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Path file(String sha256) {
        return data.files().resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    /** As the exchange reads its files. */
    private final class Recorded implements Contents {

        private final long most;

        private Recorded(long most) {
            this.most = most;
        }

        @Override
        public Optional<Path> folder() {
            return Optional.of(data.files());
        }

        @Override
        public long most() {
            return most;
        }

        @Override
        public void compared(String sha256, @Nullable String fault) {
            read.add(sha256);
            board.compared(sha256, fault);
        }
    }
}
