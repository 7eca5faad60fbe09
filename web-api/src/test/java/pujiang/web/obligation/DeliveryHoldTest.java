package pujiang.web.obligation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
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
import pujiang.trade.TradeId;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;

/** What holds a delivery holds it whoever would let it pass: the law at the delivery, an officer, or a document. */
@ExchangeTest
class DeliveryHoldTest {

    private static final Bilingual WORDS = new Bilingual("暂缓交付", "hold the delivery");
    private static final String RULING = "the court's ruling";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Commands commands;

    @Autowired
    Clock clock;

    private Market market;
    private String officer;
    private Sale sale;
    private String trade;

    /** The product fell into dispute after it was sold, so the delivery waits for an officer; then a recall holds it. */
    @BeforeEach
    void aDeliveryIsHeldForReviewAndThenHeldByARecall() throws Exception {
        market = new Market(port, accounts);
        officer = market.staff(Role.COMPLIANCE_OFFICER);
        sale = new Sale(market, "0.00");
        trade = fresh("hold-trade");
        assertThat(sale.order(trade).is(201).text("/state")).isEqualTo("agreed");
        var disputed =
                Market.product(sale.product(), "\"product.rightsDispute\": true, \"product.grade\": \"GENERAL\"");
        market.revise(sale.vendor(), "/products/" + sale.product(), "\"v1\"", disputed)
                .is(200);
        assertThat(sale.deliver(trade, "hour,value\n1,4\n").is(200).text("/state"))
                .isEqualTo("delivery-held");
    }

    @Test
    void anOfficerLetsNothingPassThatARecallHolds() throws Exception {
        var duty = heldByARecall();
        var address = "/trades/" + trade;

        var refused = market.post(officer, address + "/approval", market.approval(officer, address))
                .is(409, "obligation.holds-delivery");
        assertThat(refused.text("/detail")).contains(trade).contains("PIPL-15-1");
        assertThat(market.get(officer, address).text("/state")).isEqualTo("delivery-held");
        met(duty);
        assertThat(market.post(officer, address + "/approval", market.approval(officer, address))
                        .is(200)
                        .text("/state"))
                .isEqualTo("delivered");
    }

    @Test
    void aDocumentThatSatisfiesTheLawOpensNothingThatARecallHolds() throws Exception {
        var duty = heldByARecall();
        var address = "/trades/" + trade;
        market.post(
                        officer,
                        address + "/document-requests",
                        "{\"side\": \"VENDOR\", \"facts\": [\"product.rightsDispute\"], \"wanted\": \"the ruling\"}")
                .is(200);
        var sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(RULING.getBytes(UTF_8)));
        market.put(sale.vendor(), "/contents/" + sha256, RULING);
        var answer = "{\"sha256\": \"%s\", \"facts\": {\"product.rightsDispute\": false}}".formatted(sha256);

        var shown = market.post(sale.vendor(), address + "/document-requests/1/document", answer)
                .is(200);

        assertThat(shown.text("/state")).isEqualTo("delivery-held");
        assertThat(shown.text("/decision/decision"))
                .as("the law has nothing against it")
                .startsWith("ALLOW");
        market.get(sale.buyer(), address + "/receipt").is(404, "request.not-found");
        met(duty);
        assertThat(market.post(officer, address + "/approval", market.approval(officer, address))
                        .is(200)
                        .text("/state"))
                .isEqualTo("delivered");
    }

    private Duty heldByARecall() throws Exception {
        var subject = new ObligationSubject(new TradeId(trade), null, null, sale.vendorId(), sale.buyerId());
        var responsibleParty = new ResponsibleParty(Side.VENDOR, sale.vendorId());
        var due = clock.instant().plusSeconds(1_000_000);
        var source = Duty.OF_A_RECALL + "recall-1";
        var duty = new Duty(
                Kind.BEFORE_DELIVERY,
                "PIPL-15-1",
                WORDS,
                "15",
                WORDS,
                WORDS,
                responsibleParty,
                subject,
                source,
                due,
                null);
        commands.send(new IncurObligation(duty), "test");
        return duty;
    }

    private void met(Duty duty) throws Exception {
        var address = "/obligations/" + duty.id();
        market.post(sale.vendor(), address + "/proof", "{\"statement\": \"taken out\"}")
                .is(200);
        market.post(officer, address + "/discharge", market.acceptance(officer, address))
                .is(200);
    }
}
