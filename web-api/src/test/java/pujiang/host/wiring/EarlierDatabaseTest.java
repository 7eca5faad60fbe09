package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.app.start.DataFolder;
import pujiang.host.PujiangApplication;
import pujiang.host.verify.Verify;
import pujiang.participant.ParticipantId;
import pujiang.web.Market;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data of an earlier release, opened by the program of today: nothing that it has signed, decided or booked is lost or
 * changed. What it is and how it was made is said in {@code src/test/resources/earlier/README.md}.
 */
@SpringBootTest(
        classes = PujiangApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.main.banner-mode=off")
@ContextConfiguration(initializers = EarlierDatabase.class)
@DirtiesContext
@TestInstance(Lifecycle.PER_CLASS)
class EarlierDatabaseTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCHEMA_OF_THEN = "90";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Flyway schema;

    @Autowired
    private JdbcClient database;

    @Autowired
    private DataFolder data;

    private Market market;
    private String operator;
    private String officer;

    @BeforeAll
    void somebodyWhoReads() {
        market = new Market(port, accounts);
        operator = market.operator();
        officer = market.staff(Role.COMPLIANCE_OFFICER);
    }

    @Test
    void itsSchemaIsBroughtToThatOfToday() {
        assertThat(schema.info().applied())
                .extracting(MigrationInfo::getVersion)
                .extracting(Objects::toString)
                .contains(SCHEMA_OF_THEN, "93");
        assertThat(schema.info().pending()).isEmpty();
    }

    /** Otherwise this would prove nothing about upcasting. */
    @Test
    void itsEventsAreOfEarlierRevisions() {
        assertThat(database.sql("SELECT CONCAT(payload_type, ' ', payload_revision) FROM domain_event_entry")
                        .query(String.class)
                        .list())
                .contains("trade.delivery-made 2", "trade.agreed 1", "trade.order-held 1", "listing.published 1");
    }

    /** One of its trades was delivered. */
    @ParameterizedTest
    @ValueSource(strings = {"receipt", "certificate"})
    void whatItHasSignedIsAnsweredAsItWas(String evidence) throws Exception {
        var today = market.get(operator, "/trades/demo-air/" + evidence).is(200).body();

        assertThat(today).isEqualTo(answer(evidence + ".json"));
    }

    /** Both what was saved then and what is answered now, with the delivered file and the keys of then. */
    @ParameterizedTest
    @ValueSource(strings = {"receipt", "certificate"})
    void whatItHasSignedIsVerified(String evidence, @TempDir Path folder) throws Exception {
        var keys = Files.writeString(folder.resolve("keys.json"), EarlierDatabase.text("answers/keys.json"));
        var today = market.get(operator, "/trades/demo-air/" + evidence).is(200).body();
        for (var saved : List.of(EarlierDatabase.text("answers/" + evidence + ".json"), today.toString())) {
            var file = Files.writeString(folder.resolve("saved.json"), saved);
            var said = new ArrayList<String>();
            var exit = new Verify(said::add, said::add)
                    .run(List.of(
                            file.toString(),
                            "--keys",
                            keys.toString(),
                            "--content",
                            EarlierDatabase.fileIn(data).toString()));

            assertThat(exit).as(said.toString()).isZero();
            assertThat(said.getLast()).isEqualTo("VERIFIED 验证通过");
        }
    }

    @Test
    void whatItHasDecidedReadsAsItDid() throws Exception {
        var today =
                market.bytes(officer, "/decisions").lines().map(JSON::readTree).toList();
        var then = EarlierDatabase.text("answers/decisions.jsonl")
                .lines()
                .map(JSON::readTree)
                .toList();

        assertThat(today).hasSize(4).isEqualTo(then);
    }

    /** Under the rule book of then, which the database has kept. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo-air/decisions/1",
                "demo-air/decisions/2",
                "demo-held/decisions/1",
                "demo-refused/decisions/1"
            })
    void whatItHasDecidedIsDecidedAgain(String decision) throws Exception {
        var again = market.get(officer, "/trades/" + decision + "/rehearing").is(200);

        assertThat(again.body().path("same").asBoolean()).isTrue();
        assertThat(again.text("/decision/digest")).isEqualTo(again.text("/recorded"));
        assertThat(EarlierDatabase.text("answers/decisions.jsonl")).contains(again.text("/decision/digest"));
    }

    @Test
    void everyBalanceIsWhatItWas() throws Exception {
        assertThat(market.get(operator, "/ledger/trial-balance").is(200).body())
                .isEqualTo(answer("trial-balance.json"));
    }

    @Test
    void itsLogHasTheSameRoot() throws Exception {
        assertThat(market.bytes(operator, "/log/checkpoint")).isEqualTo(EarlierDatabase.text("answers/checkpoint.txt"));
    }

    /** Its buyer accepts once more, which changes nothing: the trade reads all of its events to know that. */
    @Test
    void itsTradesGoOnFromWhereTheyWere() throws Exception {
        var before = market.get(operator, "/trades/demo-air/events").is(200).body();
        var buyer = market.token(new ParticipantId("river-analytics"), Role.BUYER);

        assertThat(market.post(buyer, "/trades/demo-air/acceptance", "{}")
                        .is(200)
                        .text("/state"))
                .isEqualTo("completed");
        assertThat(market.get(operator, "/trades/demo-air/events").is(200).body())
                .isEqualTo(before);
    }

    @Test
    void aCheckOfAllThatIsStoredFindsNothing() throws Exception {
        market.post(operator, "/fsck", "").is(202);
        var run = market.get(operator, "/fsck").is(200);
        for (int attempt = 0; run.text("/state").equals("running"); attempt++) {
            assertThat(attempt).as("it runs for more than 30 s").isLessThan(300);
            Thread.sleep(100);
            run = market.get(operator, "/fsck").is(200);
        }
        assertThat(run.text("/state")).as(run.body().toPrettyString()).isEqualTo("clean");
    }

    private static JsonNode answer(String name) throws Exception {
        return JSON.readTree(EarlierDatabase.resource("answers/" + name));
    }
}
