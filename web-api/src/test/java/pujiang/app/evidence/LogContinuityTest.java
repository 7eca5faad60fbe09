package pujiang.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.security.Accounts;
import pujiang.app.start.DataFolder;
import pujiang.app.start.StartFailure;
import pujiang.evidence.Checkpoint;
import pujiang.evidence.ExchangeNotary;
import pujiang.evidence.MerkleLog;
import pujiang.evidence.SigningKeys;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.evidence.GrownLog;

/** A log that is shorter or other than what was published signs nothing until somebody has answered for it. */
@ExchangeTest
@TestPropertySource(properties = "pujiang.log.origin=" + GrownLog.ORIGIN)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogContinuityTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private MerkleLog log;

    @Autowired
    private SigningKeys keys;

    @Autowired
    private ExchangeNotary notary;

    @Autowired
    private KeyRegister register;

    @Autowired
    private RestorationBoard restorations;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private DataFolder data;

    @TempDir
    private Path folder;

    private GrownLog grown;

    @BeforeAll
    void twoTrades() throws Exception {
        grown = new GrownLog(log, keys, new Market(port, accounts));
    }

    @BeforeEach
    void nothingWaits() throws InterruptedException {
        grown.settle();
    }

    @Test
    void theNewestCheckpointIsKeptOutsideTheDatabase() throws Exception {
        within(() -> {
            var statement = notary.restoration(
                    "none", 1, "to be numbered", Clock.systemUTC().instant());
            restorations.insert(statement, Clock.systemUTC().instant());
            log.queueRestoration(statement);
            return true;
        });
        grown.settle();
        for (int attempt = 0; kept().next().isPresent(); attempt++) {
            assertThat(attempt).as("not told after 20 s").isLessThan(200);
            Thread.sleep(100);
        }
        assertThat(kept().file()).isEqualTo(data.evidence().resolve("last-checkpoint"));
        assertThat(kept().published()).contains(grown.newest());
        assertThat(kept().next()).isEmpty();
    }

    @Test
    void aStartWithTheLogThatWasPublishedPasses() {
        var mark = mark();
        mark.replace(Optional.of(grown.first()));

        start(mark, null, null);

        assertThat(mark.marks().getFirst().published())
                .as("from now on the newest")
                .contains(grown.newest());
    }

    @Test
    void aLogThatDoesNotReachWhatWasPublishedIsRefusedUntilTheOperatorSaysWhy() {
        var mark = mark();
        long size = grown.size(grown.newest());
        var beyond = grown.signed(size + 7, new byte[32]);
        mark.replace(Optional.of(beyond));

        assertThatThrownBy(() -> start(mark, null, null))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(
                        "has %d statements and does not hold the checkpoint of %d".formatted(size, size + 7))
                .hasMessageContaining("--pujiang.log.restored-below=" + (size + 7));
        assertThatThrownBy(() -> start(mark, size + 6, "another loss")).isInstanceOf(StartFailure.class);
        assertThatThrownBy(() -> start(mark, size + 7, " ")).isInstanceOf(StartFailure.class);
        assertThat(mark.marks().getFirst().published()).contains(beyond);

        start(mark, size + 7, "the disk of the database failed; backup of the night before");

        assertThat(restorations.all()).last().satisfies(said -> assertThat(said.statement())
                .contains("log-restoration/1", "the disk of the database failed", "\"size\":" + size));
        assertThat(log.queued() + grown.size(grown.newest())).isGreaterThan(size);
        start(mark, null, null);
    }

    @Test
    void aLogOfTheSameSizeAndOtherStatementsIsRefused() {
        var mark = mark();
        mark.replace(Optional.of(grown.signed(grown.size(grown.first()), new byte[32])));

        assertThatThrownBy(() -> start(mark, null, null))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("does not hold the checkpoint");
    }

    /** Killed between the mark and the commit: nobody saw it, or everybody did; from the same statements it is the same. */
    @Test
    void aCheckpointThatWasToldOfAndNotCommittedIsSignedOnceMoreFromTheSameStatements() {
        var statement = notary.restoration(
                "none", 0, "only to have a statement", Clock.systemUTC().instant());
        var before = grown.newest();
        var told = new ArrayList<String>();
        var mark = mark();
        within(() -> {
            var watched = new MerkleLog(
                    source(),
                    keys,
                    GrownLog.ORIGIN,
                    (was, next, digests) -> {
                        mark.about(was, next, digests);
                        told.add(next);
                    },
                    Clock.systemUTC());
            restorations.insert(statement, Clock.systemUTC().instant());
            watched.queueRestoration(statement);
            watched.sequence();
            return false;
        });
        assertThat(grown.newest()).as("rolled back").isEqualTo(before);
        within(() -> {
            restorations.insert(statement, Clock.systemUTC().instant());
            log.queueRestoration(statement);
            return true;
        });

        start(mark, null, null);

        assertThat(log.begins(Checkpoint.read(told.getLast(), keys.published())))
                .isTrue();
    }

    @Test
    void aMarkThatCannotBeReadIsNoReasonToGoOn() throws Exception {
        var mark = mark();
        Files.writeString(folder.resolve("mark"), "published !!!\n");

        assertThatThrownBy(() -> start(mark, null, null))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("the mark of the log cannot be read");
    }

    @Test
    void aLogKeepsItsName() {
        assertThatThrownBy(() -> continuity(mark(), new LogSettings("another.example/log", null, null, null))
                        .afterPropertiesSet())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("is named continuity.example/log")
                .hasMessageContaining("a log has one name");
    }

    @Test
    void aSecondPlaceIsWrittenAndAskedAsWell() {
        var both = new HighWaterMark(List.of(folder.resolve("mark"), folder.resolve("elsewhere/mark")));
        both.replace(Optional.of(grown.signed(grown.size(grown.newest()) + 1, new byte[32])));
        assertThat(folder.resolve("elsewhere/mark")).exists();
        mark().replace(Optional.of(grown.newest()));

        assertThatThrownBy(() -> start(both, null, null)).isInstanceOf(StartFailure.class);
    }

    private DataSource source() {
        return new TransactionAwareDataSourceProxy(dataSource);
    }

    private void within(BooleanSupplier commits) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            if (!commits.getAsBoolean()) status.setRollbackOnly();
        });
    }

    private HighWaterMark.Mark kept() {
        return new HighWaterMark(List.of(data.evidence().resolve("last-checkpoint")))
                .marks()
                .getFirst();
    }

    private HighWaterMark mark() {
        return new HighWaterMark(List.of(folder.resolve("mark")));
    }

    private void start(HighWaterMark mark, @Nullable Long below, @Nullable String because) {
        continuity(mark, new LogSettings(GrownLog.ORIGIN, null, below, because)).afterPropertiesSet();
    }

    private LogContinuity continuity(HighWaterMark mark, LogSettings settings) {
        return new LogContinuity(
                register, log, mark, keys, notary, restorations, settings, transactions, Clock.systemUTC());
    }
}
