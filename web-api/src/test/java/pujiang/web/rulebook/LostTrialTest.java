package pujiang.web.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.Drafts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;

/** What a machine does to the process of a draft is no fault of the draft. */
@ExchangeTest
@Isolated("it ends the trials of this process, whosever they are")
class LostTrialTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private Market market;
    private Drafts drafts;
    private String author;
    private String draft;

    @BeforeEach
    void anAuthor() {
        market = new Market(port, accounts);
        drafts = new Drafts(port);
        author = market.staff(Role.COMPLIANCE_OFFICER);
        draft = fresh("lost");
    }

    @Test
    void aDraftWhoseProcessIsKilledIsNotJudgedAndTheSameUploadAgainIsTried() throws Exception {
        var zip = Drafts.zip(Drafts.oneInstrument());

        var killed = whileTrialsAreKilled(() -> put(zip));

        assertThat(killed.is(503, "trial.lost").body().path("retry").asBoolean())
                .isTrue();
        assertThat(killed.text("/detail")).contains("ended from outside");
        market.get(author, "/rule-drafts/" + draft).is(404, "rule-draft.unknown");

        var again = put(zip).is(201);

        assertThat(again.body().path("faults")).isEmpty();
    }

    /** As an earlier release has stored it, or one that gave a trial less. */
    @Test
    void whatATrialCouldNotFindOutIsFoundOutByTheSameUploadAgain() throws Exception {
        var zip = Drafts.zip(Drafts.oneInstrument());
        put(zip).is(201);
        database.sql("update rule_draft_edition set faults = ? where draft = ?")
                .params(
                        "[{\"file\": \"dsl/art-99.drl\", \"line\": 0, \"what\": \"cannot be tried: its process ended by"
                                + " itself (exit code 137)\"}]",
                        draft)
                .update();

        var again = put(zip).is(200);

        assertThat(again.body().path("faults")).isEmpty();
        assertThat(again.body().path("edition").asInt()).isEqualTo(2);
        assertThat(put(zip).is(200).body().path("edition").asInt())
                .as("nothing is open any more")
                .isEqualTo(2);
    }

    private Answer put(byte[] zip) {
        try {
            return drafts.put(author, draft, zip);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** As the kernel does it when memory is short: no process of a trial lives for long. */
    private static Answer whileTrialsAreKilled(Supplier<Answer> request) throws Exception {
        var done = new AtomicBoolean();
        var kills = new AtomicInteger();
        var killer = Thread.ofPlatform().daemon().start(() -> {
            while (!done.get()) {
                ProcessHandle.current()
                        .descendants()
                        .filter(LostTrialTest::isTrial)
                        .filter(process -> process.children().findAny().isEmpty())
                        .filter(ProcessHandle::destroyForcibly)
                        .forEach(_ -> kills.incrementAndGet());
                pause();
            }
        });
        try {
            return request.get();
        } finally {
            done.set(true);
            killer.join();
            assertThat(kills).as("processes that were killed").hasPositiveValue();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Java itself, and not the shell that sets it up: that one has all of the command among its arguments. */
    private static boolean isTrial(ProcessHandle process) {
        var command = process.info().commandLine().orElse("");
        return command.split(" ", 2)[0].endsWith("/java") && command.contains("pujiang.app.trial.TrialProgram");
    }
}
