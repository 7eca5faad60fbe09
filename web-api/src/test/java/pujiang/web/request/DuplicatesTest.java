package pujiang.web.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.AtOnce;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;

/**
 * Every unique key whose value a caller chooses, chosen by several at the same moment for different things: one wins, the
 * others hear a clear refusal, and nobody breaks the exchange. The same request at once is {@code RacingTest}'s.
 */
@ExchangeTest
@TestInstance(Lifecycle.PER_CLASS)
class DuplicatesTest {

    private static final int ROUNDS = 6;
    private static final String PASSWORD = "a long pass phrase";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    private Market market;
    private Party first;
    private Party second;
    private String officer = "";
    private String otherOfficer = "";

    /** Sells and buys. */
    record Party(ParticipantId id, String vendor, String buyer, String product, String listing) {}

    /** Several requests that choose the same value, new in every round. */
    interface Race {
        List<Callable<Answer>> in(DuplicatesTest test) throws Exception;
    }

    @BeforeAll
    void twoParties() throws Exception {
        market = new Market(port, accounts);
        first = party();
        second = party();
        officer = market.staff(Role.COMPLIANCE_OFFICER);
        otherOfficer = market.staff(Role.COMPLIANCE_OFFICER);
    }

    static Stream<Arguments> races() {
        return Stream.concat(ofAggregates(), ofTables());
    }

    private static Stream<Arguments> ofAggregates() {
        return Stream.of(
                race("domain_event_entry: two organisations under one participant id", test -> {
                    var id = fresh("dup-participant");
                    return List.of(
                            () -> test.market.put(test.market.operator(), "/participants/" + id, application()),
                            () -> test.market.put(test.market.operator(), "/participants/" + id, application()));
                }),
                race("participant_board: one registration for two participants", test -> {
                    var code = Market.creditCode();
                    return List.of(test.applying(code), test.applying(code), test.applying(code));
                }),
                race("domain_event_entry: two vendors' products under one id", test -> {
                    var id = fresh("dup-product");
                    return List.of(
                            () -> test.market.put(test.first.vendor(), "/products/" + id, Market.product("One")),
                            () -> test.market.put(test.second.vendor(), "/products/" + id, Market.product("Two")));
                }),
                race("domain_event_entry: two vendors' listings under one id", test -> {
                    var id = fresh("dup-listing");
                    return List.of(test.listing(test.first, id, "1.00"), test.listing(test.second, id, "2.00"));
                }),
                race("domain_event_entry: two buyers' trades under one id", test -> {
                    var id = fresh("dup-trade");
                    return List.of(
                            test.order(test.first, test.second.listing(), id),
                            test.order(test.second, test.first.listing(), id));
                }),
                race("domain_event_entry: two vendors' recalls under one id", test -> {
                    var id = fresh("dup-recall");
                    return List.of(test.recall(test.first, id), test.recall(test.second, id));
                }));
    }

    private static Stream<Arguments> ofTables() {
        return Stream.of(
                race("domain_event_entry: one assessment filed with two contents", test -> {
                    var path = "/products/" + test.first.product() + "/assessments/" + fresh("dup-assessment");
                    return List.of(
                            () -> test.market.put(test.officer, path, Market.ASSESSED),
                            () -> test.market.put(
                                    test.otherOfficer, path, Market.ASSESSED.replace("2026/7", "2026/8")));
                }),
                race("user_account: one user name for two parties' people", test -> {
                    var name = fresh("dup-user");
                    return List.of(test.user(test.first, name), test.user(test.second, name));
                }),
                race("bank_booking: one reference for two participants' deposits", test -> {
                    var reference = fresh("dup-bank");
                    return List.of(
                            test.booking(test.first, "deposits", reference),
                            test.booking(test.second, "deposits", reference));
                }),
                race("bank_booking: one reference for two participants' withdrawals", test -> {
                    var reference = fresh("dup-bank");
                    return List.of(
                            test.booking(test.first, "withdrawals", reference),
                            test.booking(test.second, "withdrawals", reference));
                }),
                race("idempotency: one key of one caller for two deposits", test -> {
                    var key = fresh("dup-key");
                    return List.of(
                            test.booking(test.first, "deposits", fresh("dup-bank"), key),
                            test.booking(test.second, "deposits", fresh("dup-bank"), key));
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("races")
    void ofSeveralWhoChooseTheSameOneWinsAndTheOthersAreRefused(String name, Race race) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var answers = AtOnce.<Answer>all(race.in(this));

            assertThat(answers)
                    .as("%s, round %d", name, round)
                    .filteredOn(answer -> answer.status() < 300)
                    .hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.status() >= 300).allSatisfy(late -> {
                assertThat(late.status()).as(late.toString()).isIn(404, 409, 422);
                assertThat(late.text("/code")).as(late.toString()).isNotEmpty();
                assertThat(late.text("/detail")).as(late.toString()).isNotEmpty();
            });
        }
    }

    /** What is the same for everybody is everybody's: nobody is refused. */
    @ParameterizedTest
    @MethodSource("uploads")
    void theSameBytesUploadedAtOnceAreTakenFromEverybody(boolean byOne) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = fresh("dup-bytes");
            var sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.getBytes(UTF_8)));
            var other = byOne ? first : second;
            var answers = AtOnce.<Answer>all(List.of(
                    () -> market.put(first.vendor(), "/contents/" + sha256, bytes),
                    () -> market.put(other.vendor(), "/contents/" + sha256, bytes),
                    () -> market.put(other.vendor(), "/contents/" + sha256, bytes)));
            assertThat(answers).allMatch(answer -> answer.status() == 200 || answer.status() == 201);
        }
    }

    static Stream<Boolean> uploads() {
        return Stream.of(true, false);
    }

    private static Arguments race(String name, Race race) {
        return Arguments.of(name, race);
    }

    private Party party() throws Exception {
        var id = market.participant("dup-party");
        var vendor = market.token(id, Role.VENDOR);
        var product = fresh("dup-product");
        var listing = fresh("dup-listing");
        market.put(vendor, "/products/" + product, Market.product(product)).is(201);
        market.put(vendor, "/listings/" + listing, Market.listing(product, "1.00"))
                .is(201);
        var party = new Party(id, vendor, market.token(id, Role.BUYER), product, listing);
        booking(party, "deposits", fresh("dup-fund")).call().is(200);
        return party;
    }

    private static String application() {
        return Market.application("Somebody", Market.creditCode());
    }

    private Callable<Answer> applying(String code) {
        var id = fresh("dup-participant");
        return () -> market.put(market.operator(), "/participants/" + id, Market.application("Somebody", code));
    }

    private Callable<Answer> listing(Party whose, String id, String price) {
        return () -> market.put(whose.vendor(), "/listings/" + id, Market.listing(whose.product(), price));
    }

    private Callable<Answer> order(Party buyer, String listing, String id) {
        return () -> market.put(
                buyer.buyer(),
                "/trades/" + id,
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "RESEARCH", "scenario": "air study"}}"""
                        .formatted(listing));
    }

    private Callable<Answer> recall(Party whose, String id) {
        return () -> market.put(
                whose.vendor(),
                "/recalls/" + id,
                """
                {"kind": "CONSENT_WITHDRAWN", "product": "%s", "reason": "seen", "evidence": "vault/2"}"""
                        .formatted(whose.product()));
    }

    private Callable<Answer> user(Party whose, String name) {
        return () -> market.put(
                market.operator(),
                "/users/" + name,
                """
                {"displayName": "李雷", "participant": "%s", "roles": ["BUYER"], "password": "%s"}"""
                        .formatted(whose.id(), PASSWORD));
    }

    private Callable<Answer> booking(Party whose, String what, String reference) {
        return booking(whose, what, reference, fresh("dup-key"));
    }

    private Callable<Answer> booking(Party whose, String what, String reference, String key) {
        var amount = what.equals("deposits") ? "100.00" : "1.00";
        return () -> market.post(
                market.operator(),
                "/accounts/" + whose.id() + "/" + what,
                """
                {"amount": {"amount": "%s", "currency": "CNY"}, "reference": "%s"}"""
                        .formatted(amount, reference),
                key);
    }
}
