package pujiang.app.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Clock;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.rulebook.DraftId;
import pujiang.web.Drafts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;

/** A change of the law in a running exchange, from its upload to the first decision that it makes. */
@ExchangeTest
@TestPropertySource(properties = "pujiang.law.most-unreported=3")
class RuleDraftsTest {

    private static final String NEW_RULE = "DSL-99-1 OBLIGATION";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ReplayBoard replays;

    @Autowired
    private RuleDrafts editions;

    @Autowired
    private Clock clock;

    private Market market;
    private Drafts drafts;
    private String author;
    private String draft;

    @BeforeEach
    void anOfficerWithADraft() throws Exception {
        market = new Market(port, accounts);
        drafts = new Drafts(port);
        author = market.staff(Role.COMPLIANCE_OFFICER);
        draft = fresh("draft");
    }

    @Test
    void aDraftBeginsAsTheBookInForceAndIsGivenBackAsItCame() throws Exception {
        var texts = drafts.files(author, "/rule-book/files");
        texts.put("cases.jsonl", "");
        texts.merge("dsl/thresholds.properties", "# read again\n", String::concat);

        drafts.put(author, draft, Drafts.zip(texts)).is(201);

        assertThat(drafts.files(author, "/rule-drafts/" + draft + "/files")).isEqualTo(texts);
        var view = market.get(author, "/rule-drafts/" + draft).is(200);
        assertThat(view.body().path("faults")).isEmpty();
        assertThat(words(view.body().at("/differs/files"))).containsExactly("dsl/thresholds.properties");
        assertThat(view.body().at("/differs/changed")).isEmpty();
        assertThat(words(market.get(author, "/rule-drafts").body().path("items").findPath("authors")))
                .isNotEmpty();
    }

    @Test
    void theSameContentAgainChangesNothingAndOtherContentIsAnotherEdition() throws Exception {
        var first = Drafts.zip(Drafts.oneInstrument());
        var second = Drafts.zip(Drafts.oneInstrument());

        var created = drafts.put(author, draft, first).is(201).etag();
        assertThat(created).startsWith("\"v1-");
        assertThat(drafts.put(author, draft, first).is(200).etag()).isEqualTo(created);
        drafts.put(author, draft, second).is(409, "creation.other-content");
        assertThat(drafts.revise(author, draft, "\"v1\"", second).is(200).etag())
                .startsWith("\"v2-");
        drafts.revise(author, draft, "\"v1\"", first).is(412, "edition.stale");
        drafts.revise(author, fresh("draft"), "\"v1\"", first).is(404, "rule-draft.unknown");
    }

    @Test
    void itIsToldWhichRulesDiffer() throws Exception {
        var texts = Drafts.oneRuleMore();
        texts.remove("face/art-15.drl");
        texts.computeIfPresent(
                "cbdf/thresholds.properties",
                (_, text) -> text.replace("persons-contract.2024-03-22 = 100000", "persons-contract.2024-03-22 = 5"));

        var view = drafts.put(author, draft, Drafts.zip(texts)).is(201).body();

        assertThat(words(view.at("/differs/added"))).containsExactly("DSL-99-1");
        assertThat(words(view.at("/differs/changed"))).contains("CBDF-8-1");
        assertThat(words(view.at("/differs/removed"))).isNotEmpty().allMatch(id -> id.startsWith("FACE-15"));
    }

    @Test
    void faultsAreToldByFileAndLineAndNothingOfThemIsAsked() throws Exception {
        var texts = Drafts.oneRuleMore();
        texts.computeIfPresent(
                "dsl/art-53.drl",
                (_, text) -> text.replace("is(this, ProductFacts.STATE_SECRET, true)", "System.exit(0)"));

        var view = drafts.put(author, draft, Drafts.zip(texts)).is(201).body();

        assertThat(view.at("/faults/0/file").asString()).isEqualTo("dsl/art-53.drl");
        assertThat(view.at("/faults/0/line").asInt()).isEqualTo(19);
        market.post(author, "/rule-drafts/" + draft + "/replays", "").is(409, "rule-draft.faulty");
    }

    @Test
    void aValueOfAnotherKindIsToldAtItsLine() throws Exception {
        var texts = Drafts.oneRuleMore();
        texts.computeIfPresent("dsl/art-99.drl", (_, text) -> text.replace("STATE_SECRET, false", "STATE_SECRET, 5"));

        var view = drafts.put(author, draft, Drafts.zip(texts)).is(201).body();

        assertThat(view.at("/faults/0/file").asString()).isEqualTo("dsl/art-99.drl");
        assertThat(view.at("/faults/0/line").asInt()).isEqualTo(17);
        assertThat(view.at("/faults/0/what").asString()).startsWith("wrong arguments; usage: is(this, Fact<T>, T)");
    }

    @Test
    void aReplayTellsWhatWouldHaveBeen() throws Exception {
        var trade = new Sale(market, "7.00").completed("a,b\n1,2\n");
        drafts.put(author, draft, Drafts.zip(Drafts.oneRuleMore())).is(201);

        var report = drafts.replayed(market, author, draft).body();

        assertThat(report.at("/report/decisions").asLong()).isGreaterThan(3);
        assertThat(report.at("/report/unasked").asLong()).isZero();
        assertThat(report.path("current").asBoolean()).isTrue();
        var flip = flipOf(trade);
        assertThat(flip.path("was").asString()).isEqualTo("ALLOW");
        assertThat(flip.path("now").asString()).isEqualTo("ALLOW_WITH_OBLIGATIONS");
        assertThat(words(flip.path("gained"))).containsExactly(NEW_RULE);
        assertThat(flip.at("/price/amount").asString()).isEqualTo("7.00");

        var opened = market.get(
                        author,
                        "/rule-drafts/" + draft + "/report/flips/"
                                + flip.path("number").asLong())
                .is(200)
                .body();
        assertThat(opened.at("/was/decision").asString()).isEqualTo("ALLOW");
        assertThat(opened.at("/now/decision").asString()).isEqualTo("ALLOW_WITH_OBLIGATIONS");
        assertThat(opened.path("explained").asBoolean()).isTrue();
        assertThat(opened.at("/rules").findValuesAsString("rule")).contains("DSL-99-1");
        assertThat(opened.at("/was/digest").asString())
                .isEqualTo(flip.path("decision").asString());
    }

    @Test
    void aDecisionThatCannotBeReadIsListedAndNotGuessed() throws Exception {
        var trade = new Sale(market, "3.00").deposit("3.00");
        var ordered = fresh("unreadable");
        trade.order(ordered).is(201);
        spoil(ordered, "product.stateSecret", "product.state5ecret");
        drafts.put(author, draft, Drafts.zip(Drafts.oneInstrument())).is(201);

        drafts.replayed(market, author, draft);
        var unasked = market.get(author, "/rule-drafts/" + draft + "/report/unasked")
                .is(200)
                .body();
        spoil(ordered, "product.state5ecret", "product.stateSecret");

        assertThat(unasked.at("/items/0/subject").asString()).isEqualTo(ordered);
        assertThat(unasked.at("/items/0/reason").asString()).isEqualTo("UNREADABLE");
        assertThat(unasked.at("/items/0/detail").asString()).contains("state5ecret");
    }

    @Test
    void aReplayWhoseExchangeWasKilledIsInterruptedAndCanBeStartedAgain() throws Exception {
        drafts.put(author, draft, Drafts.zip(Drafts.oneInstrument())).is(201);
        var longAgo = clock.instant().minusSeconds(60);
        var killed = replays.begin(editions.newest(new DraftId(draft)), "sha-256:before", author, longAgo);
        var replay = market.get(author, "/rule-drafts/" + draft + "/replay").is(200);
        assertThat(replay.text("/state")).isEqualTo("INTERRUPTED");

        drafts.replayed(market, author, draft);

        assertThat(replays.beat(killed.id(), 1, clock.instant())).isFalse();
    }

    private void spoil(String trade, String part, String instead) {
        database.sql("update domain_event_entry set payload = replace(payload, ?, ?) where aggregate_identifier = ?")
                .params(part, instead, trade)
                .update();
    }

    private JsonNode flipOf(String trade) throws Exception {
        var next = "";
        while (true) {
            var page = market.get(author, "/rule-drafts/" + draft + "/report/flips?limit=200" + next)
                    .is(200);
            for (var flip : page.body().path("items"))
                if (flip.path("subject").asString().equals(trade)) return flip;
            if (page.body().path("next").isNull()) throw new AssertionError("no flip of " + trade);
            next = "&cursor=" + page.text("/next");
        }
    }

    static List<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
