package pujiang.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pujiang.compliance.Clearance.Lifting;
import pujiang.delivery.Handover.AccessGrant;
import pujiang.delivery.Handover.Subscription;
import pujiang.trade.Attestation;

/** The statements word for word: who holds a receipt of this form must be able to read it in ten years. */
class ExchangeNotaryTest {

    private final SigningKeys keys = Keys.known();

    @Test
    void aReceiptSaysWhoGaveWhatToWhomOnWhichGround() {
        assertSigned(
                Statements.receipt(keys, Optional.empty()),
                """
                {"at":"2026-11-23T04:05:06.789Z","buyer":"lake-labs","concluded":"2026-11-23",\
                "content":{"mediaType":"text/csv",\
                "sha256":"0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a","size":1200000,\
                "sm3":"f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1"},\
                "decision":"sha-256:decision","listing":"pm25-offer",\
                "price":{"amount":"1200.50","currency":"CNY"},"product":"pm25-hourly","purpose":"RESEARCH",\
                "revision":3,"ruleBook":"sha-256:rules","scenario":"城市空气质量研究\\n\\"PM2.5\\"","termDays":365,\
                "trade":"pm25-for-lake-labs","type":"delivery-receipt/1","vendor":"delta-air"}""");
    }

    @Test
    void aReceiptOfAPermissionSaysWhatIsPermitted() {
        var until = Instant.parse("2027-01-01T00:00:00Z");
        var grant = new AccessGrant(URI.create("https://api.delta.example/pm25"), 1_000, until);
        var subscription = new Subscription(URI.create("https://feeds.delta.example/pm25"), until);

        assertThat(Statements.receipt(keys, grant, Optional.empty()).statement())
                .contains(
                        ",\"handover\":{\"endpoint\":\"https://api.delta.example/pm25\",\"kind\":\"ACCESS_GRANT\","
                                + "\"quota\":1000,\"until\":\"2027-01-01T00:00:00Z\"},",
                        "\"type\":\"delivery-receipt/2\"")
                .doesNotContain("\"content\"");
        assertThat(Statements.receipt(keys, subscription, Optional.empty()).statement())
                .contains(",\"handover\":{\"feed\":\"https://feeds.delta.example/pm25\",\"kind\":\"SUBSCRIPTION\","
                        + "\"until\":\"2027-01-01T00:00:00Z\"},");
    }

    @Test
    void anOfficerWhoLiftedAReviewStandsInTheReceipt() {
        var receipt = Statements.receipt(keys, Optional.of(new Lifting("officer", "seen the contract", "vault/9")));

        assertThat(receipt.statement())
                .contains(",\"lifting\":{\"evidence\":\"vault/9\",\"ground\":\"seen the"
                        + " contract\",\"officer\":\"officer\"},");
    }

    @Test
    void aCertificateNamesItsReceiptAndHowThePriceWasDivided() {
        var receipt = Statements.receipt(keys, Optional.empty());

        assertSigned(
                Statements.certificate(keys),
                """
                {"at":"2026-11-23T04:05:06.789Z","buyer":"lake-labs","concluded":"2026-11-23",\
                "fee":{"amount":"30.01","currency":"CNY"},"listing":"pm25-offer",\
                "net":{"amount":"1170.49","currency":"CNY"},"number":"PJC20261123-0011223344556677",\
                "price":{"amount":"1200.50","currency":"CNY"},"product":"pm25-hourly","purpose":"RESEARCH",\
                "receipt":"%s","revision":3,"scenario":"城市空气质量研究\\n\\"PM2.5\\"","termDays":365,\
                "trade":"pm25-for-lake-labs","type":"trade-certificate/1","vendor":"delta-air"}"""
                        .formatted(receipt.digest()));
    }

    private void assertSigned(Attestation attestation, String statement) {
        assertThat(attestation.statement()).isEqualTo(statement);
        assertThat(attestation.key()).isEqualTo(keys.published().id());
        assertThat(Bundle.signatures(attestation, keys.published())).allMatch(Checked::holds);
    }
}
