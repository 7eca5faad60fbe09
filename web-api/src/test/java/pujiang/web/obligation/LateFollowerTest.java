package pujiang.web.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.command.Commands;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.compliance.Bilingual;
import pujiang.obligation.Duty;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationCommand.IncurObligation;
import pujiang.obligation.ObligationSubject;
import pujiang.obligation.ResponsibleParty;
import pujiang.obligation.ResponsibleParty.Side;
import pujiang.participant.ParticipantId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;

/** The follower of obligations stands still while things happen, and reads them afterwards. */
@ExchangeTest
class LateFollowerTest {

    private static final Bilingual WORDS = new Bilingual("删除", "delete");

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Commands commands;

    @Autowired
    Clock clock;

    @Autowired
    Configuration axon;

    private Market market;

    @BeforeEach
    void aMarket() {
        market = new Market(port, accounts);
    }

    @Test
    void aBreachThatIsSettledByThenHasNoConsequenceAndOneThatStandsHas() throws Exception {
        var settled = market.participant("late-settled");
        var standing = market.participant("late-standing");
        var follower = axon.eventProcessingConfiguration()
                .eventProcessor("obligations", EventProcessor.class)
                .orElseThrow();
        follower.shutDown();
        try {
            var owed = breached(settled);
            var token = market.token(settled, Role.BUYER);
            market.post(token, "/obligations/" + owed + "/proof", "{\"statement\": \"done\"}")
                    .is(200);
            var officer = market.staff(Role.COMPLIANCE_OFFICER);
            var address = "/obligations/" + owed;
            market.post(officer, address + "/discharge", market.acceptance(officer, address))
                    .is(200);
            var _ = breached(standing);
        } finally {
            follower.start();
        }

        awaitState("/participants/" + standing, "suspended");
        assertThat(market.get(market.operator(), "/participants/" + settled).text("/state"))
                .isEqualTo("active");
    }

    private String breached(ParticipantId party) throws Exception {
        var subject = new ObligationSubject(null, null, null, party, party);
        var due = clock.instant().plusSeconds(1);
        var responsibleParty = new ResponsibleParty(Side.BUYER, party);
        var duty = new Duty(
                Kind.DELETION, "NDSR-33-1", WORDS, "33", WORDS, WORDS, responsibleParty, subject, "test", due, null);
        commands.send(new IncurObligation(duty), "test");
        var id = duty.id().value();
        awaitState("/obligations/" + id, "breached");
        return id;
    }

    private void awaitState(String path, String state) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (market.get(market.operator(), path).is(200).text("/state").equals(state)) return;
            Thread.sleep(100);
        }
        throw new AssertionError(path + " is not " + state + " after 20 s");
    }
}
