package pujiang.app.settlement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.settlement.BookingId;
import pujiang.web.AtOnce;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;

/** Money comes and goes by two pairs of eyes, each reference once, whoever is at it at the same moment. */
@ExchangeTest
class CashBookingsTest {

    private static final String LARGE = "10000000.00";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private OverdueBookings overdue;

    private Market market;
    private String second = "";
    private ParticipantId party = new ParticipantId("nobody");

    @BeforeEach
    void twoOperatorsAndAParticipant() throws Exception {
        market = new Market(port, accounts);
        second = market.staff(Role.OPERATOR);
        party = market.participant("bank-party");
    }

    @AfterEach
    void theBooksAgree() throws Exception {
        var balance = market.get(market.operator(), "/ledger/trial-balance").is(200);
        assertThat(balance.body().path("outOfStep")).isEmpty();
        assertThat(balance.body().path("unexplained")).isEmpty();
    }

    @Test
    void aSmallDepositMovesAtOnceAndItsActorIsInTheJournal() throws Exception {
        var reference = fresh("bank-small");

        book("deposits", "9999999.99", reference).is(200);

        assertThat(available()).isEqualTo("9999999.99");
        var entry = market.get(second, "/bank-bookings/in." + reference + ".1").is(200);
        assertThat(entry.text("/state")).isEqualTo("booked");
        assertThat(entry.text("/requestedBy")).isNotEmpty().isEqualTo(entry.text("/end/by"));
        assertThat(entry.text("/note")).isEqualTo("statement of the day");
        assertThat(entry.text("/participant")).isEqualTo(party.value());
    }

    @Test
    void aLargeDepositMovesNothingUntilAnotherOperatorHasConfirmedExactlyIt() throws Exception {
        var id = asked("deposits", LARGE);
        var digest = digest(id);

        assertThat(available()).isEqualTo("0.00");
        confirm(market.operator(), id, digest).is(409, "money.second-operator-needed");
        confirm(second, id, "sha-256:" + "0".repeat(64)).is(409, "money.booking-changed");
        assertThat(available()).isEqualTo("0.00");
        confirm(second, id, digest).is(200);
        assertThat(available()).isEqualTo(LARGE);
        confirm(second, id, digest).is(200);
        assertThat(available()).isEqualTo(LARGE);
        reject(market.operator(), id).is(409, "money.booking-ended");
    }

    @Test
    void theSameRequestAgainIsTheSameBooking() throws Exception {
        var reference = fresh("bank-again");
        book("deposits", LARGE, reference).is(202);
        book("deposits", LARGE, reference).is(202);
        book("deposits", "10000000.01", reference).is(409, "money.reference-used");

        assertThat(market.get(second, "/bank-bookings/in." + reference + ".2").status())
                .isEqualTo(404);
        confirm(second, "in." + reference + ".1", digest("in." + reference + ".1"))
                .is(200);
        book("deposits", LARGE, reference).is(200);
        assertThat(available()).isEqualTo(LARGE);
    }

    @Test
    void whatIsRejectedOrWithdrawnMovesNothingAndCanBeAskedForAnew() throws Exception {
        var reference = fresh("bank-rejected");
        book("deposits", LARGE, reference).is(202);
        assertThat(reject(second, "in." + reference + ".1").is(200).text("/state"))
                .isEqualTo("rejected");
        reject(second, "in." + reference + ".1").is(200);
        confirm(second, "in." + reference + ".1", digest("in." + reference + ".1"))
                .is(409, "money.booking-ended");

        book("deposits", "20000000.00", reference).is(202);
        assertThat(reject(market.operator(), "in." + reference + ".2").is(200).text("/state"))
                .isEqualTo("withdrawn");
        assertThat(available()).isEqualTo("0.00");
    }

    @Test
    void aLargeWithdrawalSetsItsMoneyAsideAndGivesItBackWhenItIsNotConfirmed() throws Exception {
        funded(party, LARGE);
        var id = asked("withdrawals", LARGE);

        assertThat(account().text("/withdrawing/amount")).isEqualTo(LARGE);
        assertThat(available()).isEqualTo("0.00");
        book("withdrawals", "0.01", fresh("bank-out")).is(409, "money.insufficient-balance");
        reject(second, id).is(200);
        assertThat(available()).isEqualTo(LARGE);
        var other = asked("withdrawals", LARGE);
        confirm(second, other, digest(other)).is(200);
        assertThat(available()).isEqualTo("0.00");
        assertThat(account().text("/withdrawing/amount")).isEqualTo("0.00");
        book("withdrawals", LARGE, fresh("bank-out")).is(409, "money.insufficient-balance");
    }

    @Test
    void whatNobodyConfirmsInTimeExpiresAndIsGivenBack() throws Exception {
        funded(party, LARGE);
        var id = asked("withdrawals", LARGE);
        var digest = digest(id);
        database.sql("update bank_booking set due_at = requested_at where direction = 'OUT' and participant = ?")
                .param(party.value())
                .update();

        confirm(second, id, digest).is(409, "money.booking-ended");
        overdue.run(() -> true);
        overdue.run(() -> true);

        assertThat(market.get(second, "/bank-bookings/" + id).text("/state")).isEqualTo("expired");
        assertThat(available()).isEqualTo(LARGE);
    }

    @Test
    void anAmountIsNotMadeSmallByDividingIt() throws Exception {
        book("deposits", "5000000.00", fresh("bank-part")).is(200);
        book("deposits", "4999999.99", fresh("bank-part")).is(200);
        book("deposits", "0.01", fresh("bank-part")).is(202);
        book("withdrawals", "5000000.00", fresh("bank-part")).is(200);
    }

    @Test
    void anAccountHoldsTenTrillionAndNoMore() throws Exception {
        for (int i = 0; i < 10; i++) funded(party, "1000000000000.00");
        assertThat(available()).isEqualTo("10000000000000.00");

        var id = asked("deposits", LARGE);
        confirm(second, id, digest(id)).is(409, "money.balance-too-large");

        assertThat(market.get(second, "/bank-bookings/" + id).text("/state")).isEqualTo("pending");
        assertThat(available()).isEqualTo("10000000000000.00");
        reject(second, id).is(200);
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneDoesAndTheMoneyMovesOnce() throws Exception {
        var third = market.staff(Role.OPERATOR);
        for (int round = 0; round < 10; round++) {
            var before = Double.parseDouble(available());
            var id = asked("deposits", LARGE);
            var digest = digest(id);

            var answers = AtOnce.<Answer>all(List.of(
                    () -> confirm(second, id, digest), () -> confirm(third, id, digest), () -> reject(second, id)));

            assertThat(answers.stream().map(Answer::status))
                    .as("round %d", round)
                    .containsOnlyOnce(200);
            assertThat(answers.stream().map(Answer::status)).allMatch(status -> status == 200 || status == 409);
            var booked =
                    market.get(second, "/bank-bookings/" + id).text("/state").equals("booked");
            assertThat(Double.parseDouble(available()) - before).isEqualTo(booked ? 10_000_000.0 : 0.0);
        }
    }

    @Test
    void aReferenceSaidOfTwoParticipantsAtOnceHasOneWinnerAndOneRefusal() throws Exception {
        var other = market.participant("bank-other");
        for (var what : List.of("deposits", "withdrawals")) {
            for (var amount : List.of("1.00", LARGE)) {
                for (int round = 0; round < 5; round++) {
                    if (what.equals("withdrawals")) {
                        funded(party, LARGE);
                        funded(other, LARGE);
                    }
                    var reference = fresh("bank-race");
                    var answers = AtOnce.<Answer>all(List.of(
                            () -> book(what, party, amount, reference), () -> book(what, other, amount, reference)));

                    var good = amount.equals(LARGE) ? 202 : 200;
                    var statuses = answers.stream().map(Answer::status).sorted().toList();
                    assertThat(statuses).as(answers.toString()).containsExactly(good, 409);
                    assertThat(answers.stream().map(answer -> answer.text("/code")))
                            .contains("money.reference-used");
                }
            }
        }
    }

    @Test
    void theJournalIsReadPageByPageTheNewestFirst() throws Exception {
        var references = List.of(fresh("bank-page"), fresh("bank-page"), fresh("bank-page"));
        for (var reference : references) book("deposits", LARGE, reference).is(202);

        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = market.get(second, "/bank-bookings?state=pending&limit=1" + next)
                    .is(200);
            page.body()
                    .path("items")
                    .forEach(item -> found.add(item.path("reference").asString()));
            next = page.body().path("next").isNull() ? "" : "&cursor=" + page.text("/next");
        } while (!next.isEmpty());

        assertThat(found)
                .startsWith(references.reversed().toArray(String[]::new))
                .doesNotHaveDuplicates();
        market.get(second, "/bank-bookings?state=open").is(400);
        for (var bad : List.of("in.x.1", "IN.abc.1", "in.abc.0", "in.abc.99999", "😀")) {
            assertThat(market.get(second, "/bank-bookings/" + URLEncoder.encode(bad, UTF_8))
                            .status())
                    .as(bad)
                    .isEqualTo(400);
        }
        market.get(second, "/bank-bookings/in.never-heard-of.1").is(404, "money.booking-unknown");
    }

    private void funded(ParticipantId whose, String amount) throws Exception {
        var reference = fresh("bank-fund");
        book("deposits", whose, amount, reference).is(202);
        confirm(second, "in." + reference + ".1", digest("in." + reference + ".1"))
                .is(200);
    }

    /** The name of a booking that waits. */
    private String asked(String what, String amount) throws Exception {
        var reference = fresh("bank-asked");
        book(what, amount, reference).is(202);
        return new BookingId((what.equals("deposits") ? "in." : "out.") + reference + ".1").value();
    }

    private Answer book(String what, String amount, String reference) throws Exception {
        return book(what, party, amount, reference);
    }

    private Answer book(String what, ParticipantId whose, String amount, String reference) throws Exception {
        return market.post(
                market.operator(),
                "/accounts/" + whose + "/" + what,
                """
                {"amount": {"amount": "%s", "currency": "CNY"}, "reference": "%s", "note": "statement of the day"}"""
                        .formatted(amount, reference));
    }

    private String digest(String id) throws Exception {
        return market.get(second, "/bank-bookings/" + id).text("/digest");
    }

    private Answer confirm(String operator, String id, String digest) throws Exception {
        return market.post(operator, "/bank-bookings/" + id + "/confirmation", "{\"digest\": \"" + digest + "\"}");
    }

    private Answer reject(String operator, String id) throws Exception {
        return market.post(operator, "/bank-bookings/" + id + "/rejection", "{\"reason\": \"not on the statement\"}");
    }

    private Answer account() throws Exception {
        return market.get(market.operator(), "/accounts/" + party).is(200);
    }

    private String available() throws Exception {
        return account().text("/available/amount");
    }
}
