package pujiang.web.explanation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.calendar.Shanghai;
import pujiang.host.evaluate.Evaluate;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;

/** Decisions of real trades, told, asked again, and made again elsewhere. */
@ExchangeTest
class ExplanationsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path folder;

    private Market market;
    private Sale sale;
    private String officer;
    private String trade;

    @BeforeEach
    void aTradeThatWasAllowed() throws Exception {
        market = new Market(port, accounts);
        sale = new Sale(market, "10.00").deposit("100.00");
        officer = market.staff(Role.COMPLIANCE_OFFICER);
        trade = fresh("explained");
        sale.order(trade).is(201);
    }

    @Test
    void anOfficerIsToldOfEveryRuleWhyAndWhyNot() throws Exception {
        var told = explanation(officer, "/explanation");

        assertThat(told.path("same").asBoolean()).isTrue();
        var silent = rules(told).filter(rule -> rule.path("effect").isNull()).toList();
        assertThat(silent).hasSizeGreaterThan(50).allSatisfy(rule -> {
            assertThat(rule.path("condition").path("truth").asString()).isEqualTo("FALSE");
            assertThat(rule.path("article").asString()).isNotEmpty();
            assertThat(rule.path("file").asString()).endsWith(".drl");
        });
        assertThat(told.path("fix").path("found").asBoolean()).isTrue();
        assertThat(told.path("fix").path("changes")).isEmpty();
    }

    @Test
    void aPartyIsNotToldWhatTheOtherHasStated() throws Exception {
        var told = explanation(sale.buyer(), "/explanation");

        assertThat(rules(told).filter(rule -> rule.path("effect").isNull()))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.path("condition").isNull()).isTrue());
    }

    @Test
    void anOrderWithoutAScenarioIsToldTheOneChangeThatIsMissing() throws Exception {
        var refused = fresh("explained");
        market.put(
                sale.buyer(),
                "/trades/" + refused,
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": ""}}"""
                        .formatted(market.get(officer, "/trades/" + trade).text("/agreement/listing")));

        var fix = market.get(sale.buyer(), "/trades/" + refused + "/decisions/1/explanation")
                .is(200)
                .body()
                .path("fix");

        assertThat(fix.path("changes")).hasSize(1);
        assertThat(fix.at("/changes/0/fact").asString()).isEqualTo("trade.scenarioDeclared");
        assertThat(fix.at("/changes/0/to").asString()).isEqualTo("true");
        assertThat(fix.path("after").asString()).isEqualTo("ALLOW");
    }

    @Test
    void onTheFactsOfTheSameDayTheAnswerIsTheSameToTheByte() throws Exception {
        var today = LocalDate.now(Shanghai.ZONE);

        var told = explanation(officer, "/rehearing?facts=" + today);

        assertThat(told.path("decision").path("facts")).isEqualTo(recorded().path("facts"));
        assertThat(told.path("same").asBoolean()).isTrue();
    }

    /** The vendor's profile speaks of uses as well; of this one the buyer has said nothing. */
    @Test
    void ofItsUseTheBuyerSpeaksAndNobodyElse() throws Exception {
        var product = market.get(officer, "/trades/" + trade).text("/agreement/product");
        var profile = Market.product(
                product,
                "\"product.rightsDispute\": false, \"product.grade\": \"GENERAL\", \"use.automatedDecision\": true");
        market.revise(sale.vendor(), "/products/" + product, "\"v1\"", profile).is(200);

        assertThat(explanation(officer, "/rehearing?facts=" + LocalDate.now(Shanghai.ZONE))
                        .path("decision")
                        .path("facts"))
                .isEqualTo(recorded().path("facts"));
    }

    @Test
    void beforeAnythingWasKnownTheAnswerIsNotYes() throws Exception {
        var told = explanation(officer, "/rehearing?facts=2020-01-01");

        assertThat(told.path("same").asBoolean()).isFalse();
        assertThat(told.path("decision").path("decision").asString()).isEqualTo("REQUIRE_REVIEW");
        assertThat(told.path("decision").path("missing")).isNotEmpty();
    }

    @Test
    void theLawOfAnotherDayIsAskedWithItsOwnRules() throws Exception {
        var before = explanation(officer, "/rehearing?law=2021-10-31");
        var after = explanation(officer, "/rehearing?law=2021-11-01");

        assertThat(rules(before).map(rule -> rule.path("rule").asString())).doesNotContain("PIPL-23-1");
        assertThat(rules(after).map(rule -> rule.path("rule").asString())).contains("PIPL-23-1");
    }

    /** What was put on offer, and who came in, was judged as well. */
    @Test
    void aListingAndAnAdmissionAreExplainedAndHeardAgainLikeATrade() throws Exception {
        var agreement = market.get(officer, "/trades/" + trade).body().path("agreement");
        var today = LocalDate.now(Shanghai.ZONE);
        for (var matter : List.of(
                "/listings/" + agreement.path("listing").asString(),
                "/participants/" + agreement.path("vendor").asString())) {
            var recorded =
                    market.get(officer, matter + "/decisions").is(200).body().path(0);
            var decision = matter + "/decisions/" + recorded.path("digest").asString();

            assertThat(market.get(officer, decision + "/explanation")
                            .is(200)
                            .body()
                            .path("same")
                            .asBoolean())
                    .isTrue();
            var again = market.get(officer, decision + "/rehearing?facts=" + today)
                    .is(200)
                    .body();
            assertThat(again.path("decision").path("facts")).as(matter).isEqualTo(recorded.path("facts"));
            var before = market.get(officer, decision + "/rehearing?facts=2020-01-01")
                    .is(200)
                    .body();
            assertThat(before.path("decision").path("facts")).isNotEqualTo(recorded.path("facts"));
            market.get(officer, matter + "/decisions/9/explanation").is(404);
        }
    }

    @Test
    void aListingsDecisionAsAFileIsMadeAgainToTheByte() throws Exception {
        var listing = market.get(officer, "/trades/" + trade).text("/agreement/listing");
        var file = market.get(officer, "/listings/" + listing + "/decisions/1/file")
                .is(200)
                .body();

        assertThat(file.path("gate").asString()).isEqualTo("LISTING");
        assertThat(verify(file.toString())).startsWith("0 same decision");
    }

    @Test
    void aDayThatIsNoneIsNamed() throws Exception {
        market.get(officer, address() + "/rehearing?law=yesterday").is(400);
        market.get(officer, "/trades/" + trade + "/decisions/7/explanation").is(404);
    }

    @Test
    void aSavedDecisionIsMadeAgainElsewhere() throws Exception {
        var saved = market.get(officer, address() + "/file").is(200).body().toString();

        assertThat(verify(saved))
                .isEqualTo("0 same decision 判定结果一致: ALLOW "
                        + recorded().path("digest").asString());
    }

    @Test
    void theFirstDifferenceIsNamed() throws Exception {
        var saved = market.get(officer, address() + "/file").is(200).body().toString();

        assertThat(verify(saved.replace("\"product.grade\":\"GENERAL\"", "\"product.grade\":\"CORE\"")))
                .startsWith("1 differs 不一致 at /decision/decision");
        assertThat(verify(saved.replaceFirst("\"ruleBook\":\"sha-256:..", "\"ruleBook\":\"sha-256:zz")))
                .startsWith("1 differs 不一致 at /decision/ruleBook");
        assertThat(verify(saved.replace("\"product.grade\"", "\"product.rank\"")))
                .startsWith("2 ");
        assertThat(verify("{}")).startsWith("2 ");
        assertThat(verify("not JSON")).startsWith("2 ");
    }

    @Test
    void askingTheLawLeavesNoEvent() throws Exception {
        var before = events();

        var answer = market.post(
                        sale.buyer(),
                        "/evaluations",
                        """
                        {"gate": "ORDER", "evalDate": "2026-11-26", "facts": {"product.grade": "CORE"}}""")
                .is(200);

        assertThat(answer.text("/decision")).isEqualTo("DENY");
        assertThat(StreamSupport.stream(answer.body().path("findings").spliterator(), false)
                        .map(finding -> finding.path("rule").asString()))
                .contains("DSL-21-1");
        assertThat(events()).isEqualTo(before);
        market.post(
                        sale.buyer(),
                        "/evaluations",
                        """
                        {"gate": "ORDER", "evalDate": "2026-11-26", "facts": {"product.rank": "CORE"}}""")
                .is(400, "request.invalid");
    }

    private long events() {
        return database.sql("SELECT count(*) FROM domain_event_entry")
                .query(Long.class)
                .single();
    }

    private String address() {
        return "/trades/" + trade + "/decisions/1";
    }

    private JsonNode explanation(String token, String of) throws Exception {
        return market.get(token, address() + of).is(200).body();
    }

    private JsonNode recorded() throws Exception {
        return market.get(officer, address()).is(200).body();
    }

    private static Stream<JsonNode> rules(JsonNode told) {
        return StreamSupport.stream(told.path("rules").spliterator(), false);
    }

    /** Exit code and first line of {@code evaluate --verify}. */
    private String verify(String saved) throws Exception {
        var file = Files.writeString(folder.resolve("decision.json"), saved);
        var told = new ByteArrayOutputStream();
        var stream = new PrintStream(told, true, UTF_8);
        int code = Evaluate.run(List.of("--verify", file.toString()), InputStream.nullInputStream(), stream, stream);
        return code + " " + told.toString(UTF_8).lines().findFirst().orElse("");
    }
}
