package pujiang.app.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pujiang.web.Market.fresh;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.decision.DecisionRef;
import pujiang.app.request.RequestRefusal.ExplanationsBusy;
import pujiang.app.security.Accounts;
import pujiang.app.security.Caller;
import pujiang.app.security.Role;
import pujiang.app.share.FairExecutor;
import pujiang.app.share.FairExecutor.Bounds;
import pujiang.law.LawInForce;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** What takes seconds of a processor is done a few at a time, and who is not reached is told so. */
@ExchangeTest
class BusyExplanationsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private LawInForce law;

    @Autowired
    private RecordedDecisions decisions;

    @Test
    void whoIsNotReachedWithinTheTimeComesBackLater() throws Exception {
        var trade = fresh("explained");
        new Sale(new Market(port, accounts), "10.00")
                .deposit("100.00")
                .order(trade)
                .is(201);
        var busy = new Explanations(law, new FairExecutor("test", 0, new Bounds(1, 1, Duration.ofMillis(10))));
        var caller = new Caller("somebody", null, Set.of(Role.COMPLIANCE_OFFICER));
        var recordedDecision = decisions.of(new TradeId(trade), new DecisionRef("1"), caller);

        var refused = catchThrowableOfType(Refused.class, () -> busy.explain(recordedDecision, caller));

        assertThat(refused.refusal()).isEqualTo(new ExplanationsBusy());
        assertThat(refused.refusal().mayPassLater()).isTrue();
    }
}
