package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Accounts;
import pujiang.app.start.DataFolder;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** The embedded database is killed under the exchange, again and again. */
@ExchangeTest
@TestPropertySource(properties = "pujiang.fsck.at=-")
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
class DatabaseRevivalTest {

    private static final int MOST_TRIES = 600;

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    DataFolder data;

    @Autowired
    EmbeddedDatabase database;

    /** One story, because each start takes its time. */
    @Test
    void itIsStartedAgainThreeTimesAndWhatIsSentAgainIsDoneOnce(CapturedOutput log) throws Exception {
        var market = new Market(port, accounts);
        var sale = new Sale(market, "10.00");
        var account = "/accounts/" + sale.buyerId();
        for (int times = 1; times <= 3; times++) {
            var reference = fresh("bank");
            kill();

            untilDone(() -> market.post(
                    market.operator(),
                    account + "/deposits",
                    "{\"amount\": {\"amount\": \"7.00\", \"currency\": \"CNY\"}, \"reference\": \"" + reference + "\"}",
                    reference));

            assertThat(untilDone(() -> market.get(sale.buyer(), account)).body().toString())
                    .contains(times * 7 + ".00");
            assertThat(database.revivals()).isEqualTo(times);
        }
        kill();
        until(() -> log.getAll().contains("is not restarted after 3 restarts within one hour"));
        assertThat(log.getAll()).contains("restarting it", "Embedded database is available again");
        assertThat(market.get(sale.buyer(), account).status()).isEqualTo(503);
    }

    /** Meanwhile each answer says that it may pass later, and none that the exchange is at fault. */
    private static Market.Answer untilDone(Asking asking) throws Exception {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var answer = asking.ask();
            if (answer.status() < 300) return answer;
            assertThat(answer.status()).as(answer.body().toPrettyString()).isEqualTo(503);
            assertThat(answer.body().path("retry").asBoolean(false)).isTrue();
            Thread.sleep(200);
        }
        throw new AssertionError("the database did not come back");
    }

    private static void until(BooleanSupplier there) throws InterruptedException {
        for (int tries = 0; !there.getAsBoolean(); tries++) {
            assertThat(tries).isLessThan(MOST_TRIES);
            Thread.sleep(200);
        }
    }

    private void kill() throws Exception {
        for (var server : DatabaseProcess.runningWith(new DatabaseFiles(data.database()))) {
            server.handle().destroyForcibly();
            var _ = server.handle().onExit().get();
        }
    }

    private interface Asking {
        Market.Answer ask() throws Exception;
    }
}
