package pujiang.app.fsck;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.fsck.Findings.Damage;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.app.start.DataFolder;
import pujiang.host.fsck.FsckCommand;
import pujiang.host.wiring.Progress;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.fsck.AnswerPlants;
import pujiang.web.fsck.Backup;
import pujiang.web.fsck.MorePlants;
import pujiang.web.fsck.Plants;
import pujiang.web.fsck.Plants.Plant;
import pujiang.web.fsck.StopPlants;
import pujiang.web.fsck.Story;

/** An exchange after real trades is clean; damage of every kind is found where it is, and named. */
@ExchangeTest
@TestPropertySource(properties = "pujiang.log.origin=fsck.example/log") // An exchange that no other test writes to.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FsckTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Fsck fsck;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcClient rows;

    @Autowired
    private JdbcConnectionDetails details;

    @Autowired
    private DataFolder data;

    @Autowired
    private FsckHealth health;

    private final List<String> out = new ArrayList<>();
    private Story story;
    private Backup backup;

    @BeforeAll
    void trades() throws Exception {
        story = Story.played(new Market(port, accounts));
        for (int attempt = 0; owes(story.told("{done}")) == 0 || waiting() > 0; attempt++) {
            assertThat(attempt)
                    .as("nothing is owed, or something not numbered, after 20 s")
                    .isLessThan(200);
            Thread.sleep(100);
        }
        backup = new Backup(details.getJdbcUrl(), user(), requireNonNull(details.getPassword()));
    }

    @AfterEach
    void undo() {
        out.clear();
        backup.restore();
    }

    @AfterAll
    void leaveNothing() {
        backup.close();
    }

    @Test
    void whatRealTradesLeaveBehindIsClean() throws Exception {
        var report = report();

        assertThat(report.damaged())
                .as(report.lines().collect(Collectors.joining("\n")))
                .isZero();
        assertThat(report.outcomes())
                .as("a check that looks at nothing finds nothing")
                .filteredOn(outcome -> !outcome.check().name().equals("exports"))
                .allMatch(outcome -> outcome.counts().stream().anyMatch(count -> count.number() > 0));
    }

    static Stream<Plant> plants() {
        return Stream.of(Plants.ALL, MorePlants.ALL, StopPlants.ALL, AnswerPlants.ALL)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("plants")
    void damageIsFoundWhereItIs(Plant plant) throws Exception {
        for (var statement : plant.statements()) backup.damage(story.told(statement));

        var found = report().outcomes().stream()
                .filter(outcome -> outcome.check().name().equals(plant.check()))
                .flatMap(outcome -> outcome.damages().stream())
                .toList();

        assertThat(found)
                .as(plant.toString())
                .anyMatch(damage -> damage.place().startsWith(story.told(plant.place()))
                        && damage.english().contains(story.told(plant.text())));
        assertThat(found).extracting(Damage::chinese).noneMatch(String::isBlank);
    }

    /** Of a kind of damage that is everywhere, the first are named and all are counted. */
    @Test
    void everyDamageIsCountedAndSoManyAreNamed() throws Exception {
        for (int i = 0; i < Findings.MOST_NAMED + 5; i++) {
            backup.damage(
                    """
                    INSERT INTO export_share (trade, exporter, year, persons, of_sensitive)
                    VALUES ('none-%d', 'x', 2026, 1, 0)"""
                            .formatted(i));
        }

        var exports = report().outcomes().stream()
                .filter(outcome -> outcome.check().name().equals("exports"))
                .findFirst()
                .orElseThrow();

        assertThat(exports.damages()).hasSize(Findings.MOST_NAMED);
        assertThat(exports.damaged()).isEqualTo(Findings.MOST_NAMED + 6);
    }

    @Test
    void onTheCommandLineARunningExchangeIsChecked() {
        assertThat(run("--pujiang.data=" + data.root()))
                .as(String.join("\n", out))
                .isZero();
        assertThat(out).anyMatch(line -> line.matches("ok +streams +事件流: every stream .*events 事件\\)"));
        assertThat(out.getLast()).startsWith("CLEAN 未发现损坏");
    }

    @Test
    void onTheCommandLineDeliveredFilesAreReadIfThatIsAsked() {
        run("--pujiang.data=" + data.root());
        assertThat(out).anyMatch(line -> line.matches("ok +contents .*[1-9]\\d* files 文件\\)"));

        run("--pujiang.data=" + data.root(), "--contents=all");
        assertThat(out).anyMatch(line -> line.matches("ok +contents .*[1-9]\\d* files 文件, [1-9]\\d* files read .*"));

        out.clear();
        run(
                "--spring.datasource.url=" + details.getJdbcUrl(),
                "--spring.datasource.username=" + user(),
                "--spring.datasource.password=" + details.getPassword());
        assertThat(out)
                .as("nobody has said where the files are")
                .anyMatch(line -> line.matches("ok +contents .*0 files 文件\\)"));
        assertThat(run("--contents=some")).isEqualTo(2);
    }

    @Test
    void onTheCommandLineDamageIsNamedWithWhatToDo() {
        backup.damage(story.told("UPDATE trade_board SET state = 'completed' WHERE id = '{open}'"));

        assertThat(run(
                        "--spring.datasource.url=" + details.getJdbcUrl(),
                        "--spring.datasource.username=" + user(),
                        "--spring.datasource.password=" + details.getPassword()))
                .isEqualTo(1);
        assertThat(out)
                .anyMatch(line -> line.startsWith("DAMAGE  trades"))
                .anyMatch(
                        line -> line.contains(story.told("Trade {open}: its state is completed and should be agreed")))
                .anyMatch(line -> line.contains("what to do: the events are authoritative"))
                .anyMatch(line -> line.contains("处理办法：以事件为准"));
        assertThat(out.getLast()).startsWith("DAMAGED 发现损坏: 1 places");
    }

    @Test
    void whatCannotBeCheckedIsNeitherCleanNorDamaged(@TempDir Path empty) throws Exception {
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run("--pujiang.data=" + empty.resolve("none"))).isEqualTo(2);
        assertThat(run("--spring.datasource.url=jdbc:mysql://127.0.0.1:1/pujiang"))
                .isEqualTo(2);
        assertThat(run(
                        "--spring.datasource.url=" + details.getJdbcUrl(),
                        "--spring.datasource.username=" + user(),
                        "--spring.datasource.password=wrong"))
                .isEqualTo(2);
        assertThat(out).isEmpty();
        try (var files = Files.list(empty)) {
            assertThat(files).as("nothing is made where there is no exchange").isEmpty();
        }
    }

    @Test
    void theOperatorStartsACheckAndReadsWhatItFound() throws Exception {
        var market = new Market(port, accounts);
        market.post(market.staff(Role.COMPLIANCE_OFFICER), "/fsck", "").is(403);
        assertThat(ended(market).text("/state")).isEqualTo("clean");
        assertThat(status()).isEqualTo("UP");

        backup.damage(story.told("UPDATE trade_board SET price = 1 WHERE id = '{open}'"));
        var found = ended(market);

        assertThat(found.text("/state")).isEqualTo("damaged");
        assertThat(found.body().path("damaged").asInt()).isEqualTo(1);
        assertThat(found.body().at("/report/outcomes").toString()).contains(story.told("Trade {open}"));
        assertThat(status()).as("a restart would mend nothing").isEqualTo("DAMAGED");
        backup.restore();
        ended(market);
    }

    private Market.Answer ended(Market market) throws Exception {
        market.post(market.operator(), "/fsck", "").is(202);
        for (int attempt = 0; ; attempt++) {
            var run = market.get(market.operator(), "/fsck").is(200);
            if (!run.text("/state").equals("running")) return run;
            assertThat(attempt).as("still running after 60 s").isLessThan(600);
            Thread.sleep(100);
        }
    }

    private String status() {
        return requireNonNull(health.health()).getStatus().getCode();
    }

    private int run(String... arguments) {
        return new FsckCommand(out::add, Progress.onErrorStream()).run(List.of(arguments));
    }

    private Report report() throws Exception {
        try (var connection = database.getConnection()) {
            return fsck.run(connection, Contents.of(Optional.of(data.files()), Long.MAX_VALUE), _ -> {});
        }
    }

    private String user() {
        return requireNonNull(details.getUsername());
    }

    /** What waits is numbered in the next second, whatever is damaged meanwhile. */
    private int waiting() {
        return rows.sql("SELECT COUNT(*) FROM log_queue").query(Integer.class).single();
    }

    private int owes(String trade) {
        return rows.sql("SELECT COUNT(*) FROM obligation_board WHERE trade = ?")
                .param(trade)
                .query(Integer.class)
                .single();
    }
}
