package pujiang.app.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.command.DeadlockRetry;
import pujiang.web.FreshDataFolder;
import pujiang.web.idempotency.IdempotentTest;

/** What the record of an answer does for several processes, and for how long. */
@SpringBootTest(classes = IdempotentTest.OnlyActions.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = FreshDataFolder.class)
class RecordedAnswerTest {

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DeadlockRetry deadlockRetry;

    @Autowired
    private IdempotencyBoard board;

    @Autowired
    private Clock clock;

    @Autowired
    private IdempotencyPurge purge;

    @BeforeEach
    void emptyBooks() {
        database.execute("CREATE TABLE IF NOT EXISTS payment_test (account VARCHAR(64), fen INT)");
        database.update("DELETE FROM payment_test");
        database.update("DELETE FROM idempotency");
    }

    @Test
    void twoProcessesMeetAtThePrimaryKey() {
        var claim = new Claim("a", "00".repeat(32), "11".repeat(32), "POST /");
        var other = new StoredAnswer(200, "", "{\"by\":\"the other process\"}".getBytes(StandardCharsets.UTF_8));
        var here = new Idempotency(board, transactions, deadlockRetry, clock);

        var storedAnswer = here.once(claim, () -> {
            database.update("INSERT INTO payment_test (account, fen) VALUES ('a', 1)");
            // The other process commits between our action and our record.
            CompletableFuture.runAsync(() -> new TransactionTemplate(transactions)
                            .executeWithoutResult(_ -> board.insert(claim, other, clock.instant())))
                    .join();
            return new StoredAnswer(200, "", "ours".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(storedAnswer).isEqualTo(other);
        assertThat(database.queryForObject("SELECT COUNT(*) FROM payment_test", Integer.class))
                .isZero();
    }

    @Test
    void answersAreKeptForADayAndThenForgotten() {
        var storedAnswer = new StoredAnswer(200, "", new byte[0]);
        var old = new Claim("a", "01".repeat(32), "00".repeat(32), "POST /");
        var young = new Claim("a", "02".repeat(32), "00".repeat(32), "POST /");
        board.insert(old, storedAnswer, clock.instant().minus(IdempotencyPurge.KEPT.plusMinutes(1)));
        board.insert(young, storedAnswer, clock.instant().minus(Duration.ofHours(24)));

        purge.run(() -> true);

        assertThat(board.find(old)).isEmpty();
        assertThat(board.find(young)).isPresent();
    }
}
