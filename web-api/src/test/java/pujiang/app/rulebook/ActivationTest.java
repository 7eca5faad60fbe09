package pujiang.app.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Drafts.oneInstrument;
import static pujiang.web.Market.fresh;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import pujiang.app.command.Commands;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.law.BundledLaw;
import pujiang.law.Draft;
import pujiang.law.LawInForce;
import pujiang.law.RuleBook;
import pujiang.law.TimeLimit;
import pujiang.rulebook.DraftId;
import pujiang.rulebook.RuleBookCommand.ActivateRuleBook;
import pujiang.web.Drafts;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;
import pujiang.web.Sale;

/** A second person brings a draft into force, on the report that was read, and the exchange judges by it. */
@ExchangeTest
@TestPropertySource(properties = "pujiang.law.most-unreported=3")
class ActivationTest {

    private static final SortedMap<String, String> BOOK = oneInstrument();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LawInForce law;

    @Autowired
    private BundledLaw own;

    @Autowired
    private RuleBookBoard books;

    @Autowired
    private Commands commands;

    @Autowired
    private HealthContributorRegistry health;

    private Market market;
    private Drafts drafts;
    private Sale sale;
    private String author;
    private String draft;

    @BeforeEach
    void aDraftAndAMarket() throws Exception {
        market = new Market(port, accounts);
        drafts = new Drafts(port);
        sale = new Sale(market, "1.00").deposit("100.00");
        author = market.staff(Role.COMPLIANCE_OFFICER);
        draft = fresh("draft");
    }

    /** As another exchange brings it back: a draft of it and its replay would be two processes after every test. */
    @AfterEach
    void asDelivered() {
        var book = own.ready().book();
        if (law.digest().equals(book.digest())) return;
        books.keep(book.digest(), book.texts());
        commands.send(
                new ActivateRuleBook(
                        new DraftId(fresh("own")),
                        1,
                        book.digest(),
                        law.digest(),
                        book.digest(),
                        List.of("elsewhere"),
                        "another"),
                "another");
        law.refresh();
        assertThat(law.digest()).isEqualTo(book.digest());
    }

    @Test
    void fromTheNextDecisionOnTheExchangeJudgesByTheNewBook() throws Exception {
        var before = order();
        var book = upload(BOOK).text("/book");

        activate(market.operator(), report()).is(200);

        assertThat(decision(order())).isEqualTo("ALLOW_WITH_OBLIGATIONS " + book);
        assertThat(decision(before)).startsWith("ALLOW sha-256:").doesNotContain(book);
        assertThat(market.get(author, "/rule-book").text("/digest")).isEqualTo(book);
        var events = market.get(author, "/rule-book/events").body();
        var event = events.get(events.size() - 1);
        assertThat(event.path("name").asString()).isEqualTo("rule-book.activated");
        assertThat(event.at("/content/book").asString()).isEqualTo(book);
    }

    @Test
    void whatWasDecidedIsExplainedByTheBookThatJudgedIt() throws Exception {
        var before = order();
        upload(BOOK);
        activate(market.operator(), report()).is(200);

        for (var trade : new String[] {before, order()}) {
            var told = market.get(author, "/trades/" + trade + "/decisions/1/explanation")
                    .is(200);
            assertThat(told.body().path("same").asBoolean()).isTrue();
        }
    }

    @Test
    void anotherExchangeOnTheSameDatabaseFindsTheBookAndSoDoesOneThatIsStartedLater() throws Exception {
        var other = new LawInForce(own, books, TimeLimit.NONE);
        assertThat(other.digest()).isEqualTo(own.ready().book().digest());
        var book = upload(BOOK).text("/book");
        activate(market.operator(), report()).is(200);

        other.refresh();

        assertThat(other.digest()).isEqualTo(book);
        assertThat(new LawInForce(own, books, TimeLimit.NONE).digest()).isEqualTo(book);
    }

    /** As the database looks when another exchange has activated a book: nobody has told this one. */
    @Test
    void whatTheDatabaseSaysIsInForceIsJudgedByWithoutAWord() throws Exception {
        var book = upload(BOOK).text("/book");
        var named = new DraftId(draft);
        commands.send(
                new ActivateRuleBook(named, 1, book, law.digest(), report(), List.of("elsewhere"), "another"),
                "another");

        for (int attempt = 0; attempt < 200 && !law.digest().equals(book); attempt++) Thread.sleep(50);

        assertThat(decision(order())).isEqualTo("ALLOW_WITH_OBLIGATIONS " + book);
    }

    /** As when another exchange has activated a book that this program cannot have; officers mend it from here. */
    @Test
    void whileTheBookInForceCannotBeHadNothingIsDecidedAndEverybodyIsTold() throws Exception {
        var texts = new TreeMap<>(RuleBook.ownTexts());
        texts.put("dsl/art-98.drl", "words of another release " + fresh("book"));
        var book = Draft.of(texts).digest();
        books.keep(book, texts);
        commands.send(
                new ActivateRuleBook(new DraftId(draft), 1, book, law.digest(), book, List.of("elsewhere"), "another"),
                "another");
        law.refresh();

        sale.order(fresh("undecided")).is(503, "exchange.law-behind");

        assertThat(health.getContributor("law")).isInstanceOfSatisfying(HealthIndicator.class, one -> assertThat(
                        Objects.requireNonNull(one.health()).getStatus())
                .isEqualTo(Status.OUT_OF_SERVICE));
        drafts.bringBack(market);
        sale.order(fresh("decided")).is(201);
    }

    @Test
    void whatIsInForceIsNotActivatedAgain() throws Exception {
        upload(BOOK);
        var report = report();
        int before = events();
        activate(market.operator(), report).is(200);

        activate(market.operator(), report).is(409, "rule-book.already-in-force");

        assertThat(events()).isEqualTo(before + 1);
    }

    @Test
    void theAnswerToAnActivationIsWhatIsFoundAfterwards() throws Exception {
        upload(BOOK);

        var answer = activate(market.operator(), report()).is(200);

        assertThat(answer.body().path("inForce").asBoolean()).isTrue();
        assertThat(answer.body())
                .isEqualTo(market.get(author, "/rule-drafts/" + draft).body());
    }

    @Test
    void anActivationThatIsSentTwiceIsDoneOnceAndAnsweredAlike() throws Exception {
        upload(BOOK);
        var body = "{\"report\": \"" + report() + "\"}";
        int before = events();
        var key = fresh("key");

        var first = market.post(market.operator(), "/rule-drafts/" + draft + "/activation", body, key);
        var second = market.post(market.operator(), "/rule-drafts/" + draft + "/activation", body, key);

        assertThat(second.is(200).body()).isEqualTo(first.is(200).body());
        assertThat(events()).isEqualTo(before + 1);
    }

    @Test
    void whoWroteAnyEditionDoesNotBringItIntoForce() throws Exception {
        upload(BOOK);
        var second = market.staff(Role.COMPLIANCE_OFFICER);
        drafts.revise(second, draft, "\"v1\"", Drafts.zip(oneInstrument())).is(200);
        var report = report();

        activate(author, report).is(409, "rule-book.second-person-needed");
        activate(second, report).is(409, "rule-book.second-person-needed");
        activate(market.staff(Role.COMPLIANCE_OFFICER), report).is(200);
    }

    @Test
    void withoutItsOwnNewestReportNothingIsActivated() throws Exception {
        upload(BOOK);
        activate(market.operator(), "sha-256:" + "0".repeat(64)).is(404, "rule-draft.not-replayed");
        var first = report();

        activate(market.operator(), "sha-256:" + "0".repeat(64)).is(409, "rule-draft.not-the-newest-report");
        var second = report();
        activate(market.operator(), first).is(409, "rule-draft.not-the-newest-report");
        drafts.revise(author, draft, "\"v1\"", Drafts.zip(oneInstrument())).is(200);
        activate(market.operator(), second).is(409, "rule-draft.changed-since-report");
        assertThat(market.get(author, "/rule-drafts/" + draft + "/report")
                        .body()
                        .path("current")
                        .asBoolean())
                .isFalse();
        activate(market.operator(), "yesterday's").is(400, "request.invalid");
    }

    @Test
    void aReportThatTheMarketHasLeftBehindIsNotEnough() throws Exception {
        upload(BOOK);
        var report = report();
        for (int i = 0; i < 3; i++) order();
        var late = order();

        var refused = activate(market.operator(), report).is(409, "rule-draft.report-behind");

        assertThat(refused.text("/detail")).contains("trade " + late);
        activate(market.operator(), report()).is(200);
    }

    @Test
    void aReportOnABookThatIsNoLongerInForceIsNotEnough() throws Exception {
        upload(BOOK);
        var report = report();
        var other = fresh("draft");
        drafts.put(author, other, Drafts.zip(oneInstrument())).is(201);
        var its = drafts.replayed(market, author, other).text("/digest");
        market.post(market.operator(), "/rule-drafts/" + other + "/activation", "{\"report\": \"" + its + "\"}")
                .is(200);

        activate(market.operator(), report).is(409, "rule-draft.changed-since-report");
    }

    private Answer upload(Map<String, String> texts) throws Exception {
        var answer = drafts.put(author, draft, Drafts.zip(texts)).is(201);
        assertThat(answer.body().path("faults")).isEmpty();
        return answer;
    }

    private String report() throws Exception {
        return drafts.replayed(market, author, draft).text("/digest");
    }

    private Answer activate(String token, String report) throws Exception {
        return market.post(token, "/rule-drafts/" + draft + "/activation", "{\"report\": \"" + report + "\"}");
    }

    private int events() throws Exception {
        return market.get(author, "/rule-book/events").is(200).body().size();
    }

    private String order() throws Exception {
        var trade = fresh("judged");
        sale.order(trade).is(201);
        return trade;
    }

    /** Verdict and book of the order's. */
    private String decision(String trade) throws Exception {
        var decision = market.get(author, "/trades/" + trade + "/decisions/1").is(200);
        return decision.text("/decision") + " " + decision.text("/ruleBook");
    }
}
