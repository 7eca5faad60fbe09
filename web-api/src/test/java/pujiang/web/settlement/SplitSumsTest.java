package pujiang.web.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.calendar.Shanghai;
import pujiang.participant.ParticipantId;
import pujiang.web.AtOnce;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Market.Answer;

/** A large sum of one participant's needs two operators, however it is divided and by whomever its parts are booked. */
@ExchangeTest
class SplitSumsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient database;

    private Market market;
    private String second = "";
    private String third = "";
    private ParticipantId party = new ParticipantId("nobody");

    @BeforeEach
    void threeOperatorsAndAParticipant() throws Exception {
        market = new Market(port, accounts);
        second = market.staff(Role.OPERATOR);
        third = market.staff(Role.OPERATOR);
        party = market.participant("split-party");
    }

    @Test
    void theSumOfADayCountsWhoeverBooksItsParts() throws Exception {
        book(second, "deposits", "4000000.00").is(200);
        book(third, "deposits", "5999999.99").is(200);
        book(market.operator(), "deposits", "0.01").is(202);

        book(second, "withdrawals", "6000000.00").is(200);
        book(third, "withdrawals", "3999999.99").is(200);
        // Of the other way nothing is left to pay out; of this one the next fen waits.
        book(second, "withdrawals", "0.01").is(409, "money.insufficient-balance");
        assertThat(available()).isEqualTo("0.00");
    }

    @Test
    void aWithdrawalThatReachesTheAmountTogetherWithAnotherOperatorsWaits() throws Exception {
        book(second, "deposits", "9999999.99").is(200);
        tomorrow();
        book(second, "deposits", "9999999.99").is(200);

        book(second, "withdrawals", "6000000.00").is(200);
        book(third, "withdrawals", "4000000.00").is(202);
        assertThat(available()).isEqualTo("9999999.98");
    }

    @Test
    void eachParticipantIsCountedAlone() throws Exception {
        book(second, "deposits", "6000000.00").is(200);
        party = market.participant("split-other");

        book(third, "deposits", "6000000.00").is(200);
    }

    /** Ten million by two pairs of eyes, and the rest of a larger sum beside it by one. */
    @Test
    void whatTwoOperatorsHaveBookedCountsForWhatFollows() throws Exception {
        var large = asked("10000000.00");
        book(second, "deposits", "9999999.99").is(202);
        confirm(large).is(200);

        book(second, "deposits", "0.01").is(202);
        book(second, "withdrawals", "9999999.99").is(200);
    }

    @Test
    void whatCameToNothingDoesNotCount() throws Exception {
        var large = asked("10000000.00");
        market.post(second, "/bank-bookings/" + large + "/rejection", "{\"reason\": \"not on the statement\"}")
                .is(200);

        book(second, "deposits", "9999999.99").is(200);
    }

    /** A day ends at midnight in Shanghai, eight hours before it does in Greenwich. */
    @Test
    void anotherDayIsCountedAnew() throws Exception {
        book(second, "deposits", "6000000.00").is(200);
        requested(midnight());
        book(third, "deposits", "6000000.00").is(202);

        tomorrow();
        book(third, "deposits", "6000000.00").is(200);
    }

    @Test
    void ofPartsThatAreBookedAtTheSameMomentTheOneThatReachesTheAmountWaits() throws Exception {
        for (int round = 0; round < 5; round++) {
            party = market.participant("split-parts");
            var answers = AtOnce.<Answer>all(
                    List.of(() -> book(second, "deposits", "5000000.00"), () -> book(third, "deposits", "5000000.00")));

            assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 202);
        }
    }

    /** As if all that is booked had been asked for on the day before. */
    private void tomorrow() {
        requested(midnight().minusNanos(1_000));
    }

    private static LocalDateTime midnight() {
        return LocalDate.now(Shanghai.ZONE)
                .atStartOfDay(Shanghai.ZONE)
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime();
    }

    private void requested(LocalDateTime at) {
        database.sql("update bank_booking set requested_at = ? where participant = ?")
                .params(at, party.value())
                .update();
    }

    private Answer book(String operator, String what, String amount) throws Exception {
        return book(operator, what, amount, fresh("split-part"));
    }

    private Answer book(String operator, String what, String amount, String reference) throws Exception {
        return market.post(
                operator,
                "/accounts/" + party + "/" + what,
                """
                {"amount": {"amount": "%s", "currency": "CNY"}, "reference": "%s"}"""
                        .formatted(amount, reference));
    }

    /** The name of a deposit that waits. */
    private String asked(String amount) throws Exception {
        var reference = fresh("split-large");
        book(third, "deposits", amount, reference).is(202);
        return "in." + reference + ".1";
    }

    private Answer confirm(String booking) throws Exception {
        var digest = market.get(second, "/bank-bookings/" + booking).text("/digest");
        return market.post(second, "/bank-bookings/" + booking + "/confirmation", "{\"digest\": \"" + digest + "\"}");
    }

    private String available() throws Exception {
        return market.get(market.operator(), "/accounts/" + party).is(200).text("/available/amount");
    }
}
