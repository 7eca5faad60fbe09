package pujiang.app.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.calendar.Shanghai;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** An exchange whose clock is set, as by a wrong hand or a broken time server. */
@ExchangeTest
@Import(ClockJumpTest.Settable.class)
class ClockJumpTest {

    /** The system's, and as far from it as the test says. */
    static final class SetClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            var all = this;
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return zone;
                }

                @Override
                public Clock withZone(ZoneId other) {
                    return all.withZone(other);
                }

                @Override
                public Instant instant() {
                    return all.instant();
                }
            };
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }
    }

    @TestConfiguration
    static class Settable {

        @Bean
        @Primary
        SetClock setClock() {
            return new SetClock();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    SetClock clock;

    @Autowired
    HealthContributorRegistry health;

    private Market market;
    private String application;

    @BeforeEach
    void anApplicationThatLapsesAfterThirtyDays() throws Exception {
        market = new Market(port, accounts);
        application = fresh("waiting");
        market.put(
                        market.operator(),
                        "/participants/" + application,
                        Market.application(application, Market.creditCode()))
                .is(201);
        awaitBelieved(true);
    }

    @AfterEach
    void setRight() {
        clock.ahead = Duration.ZERO;
    }

    @Test
    void aJumpEndsNothingUntilTheClockIsSetRight() throws Exception {
        jump(Duration.ofDays(31));
        awaitBelieved(false);

        assertThat(state()).isEqualTo("applied");
        var told = read();
        assertThat(told.text("/doubt")).isEqualTo("jumped");
        assertThat(told.body().path("by").asDouble()).isBetween(2_678_000.0, 2_679_000.0);
        for (int attempt = 0; !status().equals("ATTENTION"); attempt++) {
            assertThat(attempt).as("the operator is called within 60 s").isLessThan(600);
            Thread.sleep(100);
        }

        jump(Duration.ZERO);
        awaitBelieved(true);
        assertThat(state()).isEqualTo("applied");
    }

    @Test
    void whatTheOperatorAcknowledgesIsBelievedAndThenEndsWhatIsDue() throws Exception {
        jump(Duration.ofDays(31));
        awaitBelieved(false);
        assertThat(state()).isEqualTo("applied");

        var one = "/operations/clock/acknowledgement";
        market.post(market.operator(), one, "{\"reason\": \" \"}").is(400, "request.invalid");
        market.post(market.operator(), one, "{\"reason\": \"the server stood for a month\"}")
                .is(200);

        awaitBelieved(true);
        for (int attempt = 0; !state().equals("lapsed"); attempt++) {
            assertThat(attempt).as("lapsed within 60 s").isLessThan(600);
            Thread.sleep(100);
        }
        market.post(market.operator(), one, "{\"reason\": \"of nothing\"}").is(200);
        assertThat(market.get(market.operator(), "/operations/acts").text("/items/0/reason"))
                .isEqualTo("the server stood for a month");

        // Back to the day of before is a jump as well.
        jump(Duration.ZERO);
        awaitBelieved(false);
        market.post(market.operator(), one, "{\"reason\": \"set right\"}").is(200);
        awaitBelieved(true);
    }

    @Test
    void anOfferLeavesTheCatalogueWithItsLastDayInShanghai() throws Exception {
        var seller = market.participant("until-today");
        var vendor = market.token(seller, Role.VENDOR);
        var listing = fresh("until-today");
        var today = Shanghai.today(clock).toString();
        market.put(vendor, "/products/" + listing, Market.product(listing)).is(201);
        var offer = Market.listing(listing, "1.00").replace("2099-12-31", today);
        assertThat(market.put(vendor, "/listings/" + listing, offer).is(201).text("/state"))
                .isEqualTo("published");

        jump(Duration.ofDays(1));
        awaitBelieved(false);
        market.post(market.operator(), "/operations/clock/acknowledgement", "{\"reason\": \"the next day\"}")
                .is(200);
        awaitBelieved(true);

        var own = market.token(seller, Role.VENDOR);
        for (int attempt = 0; !listed(own, listing).equals("ended"); attempt++) {
            assertThat(attempt).as("ended within 60 s").isLessThan(600);
            Thread.sleep(100);
        }
        assertThat(market.get(own, "/listings/" + listing + "/events")
                        .is(200)
                        .body()
                        .toString())
                .contains("listing.ended", today);
        var buyer = market.token(market.participant("late"), Role.BUYER);
        market.get(buyer, "/listings/" + listing).is(404);
        assertThat(market.get(buyer, "/listings?text=" + listing).is(200).body().path("items"))
                .isEmpty();

        jump(Duration.ZERO);
        awaitBelieved(false);
        market.post(market.operator(), "/operations/clock/acknowledgement", "{\"reason\": \"set right\"}")
                .is(200);
        awaitBelieved(true);
    }

    private String listed(String token, String listing) throws Exception {
        return market.get(token, "/listings/" + listing).is(200).text("/listing/state");
    }

    /** With people who sign in anew: a token lives for a day, by the same clock. */
    private void jump(Duration ahead) {
        clock.ahead = ahead;
        market = new Market(port, accounts);
    }

    private Market.Answer read() throws Exception {
        return market.get(market.operator(), "/operations/clock").is(200);
    }

    private void awaitBelieved(boolean wanted) throws Exception {
        for (int attempt = 0; read().body().path("believed").asBoolean() != wanted; attempt++) {
            assertThat(attempt).as("%s", read().body()).isLessThan(600);
            Thread.sleep(100);
        }
    }

    private String state() throws Exception {
        return market.get(market.operator(), "/participants/" + application)
                .is(200)
                .text("/state");
    }

    private String status() {
        var indicator = (HealthIndicator) Objects.requireNonNull(health.getContributor("operations"));
        return Objects.requireNonNull(indicator.health()).getStatus().getCode();
    }
}
