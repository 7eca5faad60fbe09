package pujiang.host.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a supervisor does with the file of a recall, and what whoever passes it on may try. */
@ExchangeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecallFileTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @TempDir
    private Path folder;

    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private Market market;
    private String recall;
    private JsonNode saved;
    private JsonNode keys;

    @BeforeAll
    void aRecallThatWasCarriedOut() throws Exception {
        market = new Market(port, accounts);
        var sale = new Sale(market, "100.00");
        sale.completed("recalled 1");
        var officer = market.staff(Role.COMPLIANCE_OFFICER);
        recall = fresh("recall-file");
        var staged = market.put(
                        officer,
                        "/recalls/" + recall,
                        """
                        {"kind": "LICENCE_LAPSED", "product": "%s", "reason": "letter of the source, “expired”",
                         "evidence": "vault/12"}"""
                                .formatted(sale.product()))
                .is(201);
        market.post(
                        officer,
                        "/recalls/" + recall + "/confirmation",
                        "{\"plan\": \"%s\"}".formatted(staged.text("/plan")))
                .is(200);
        completed(officer);
        saved = market.get(officer, "/recalls/" + recall + "/file").is(200).body();
        keys = market.get(officer, "/keys").is(200).body();
    }

    @BeforeEach
    void nothingTold() {
        out.clear();
        err.clear();
    }

    @Test
    void theFileIsVerifiedWithTheExchangesKeysAndNothingElse() throws Exception {
        var pinned = Files.writeString(folder.resolve("keys.json"), keys.toString());

        assertThat(verify(saved, "--keys", pinned.toString()))
                .as("%s %s", out, err)
                .isZero();
        assertThat(out).filteredOn(line -> line.startsWith("ok")).hasSize(6);
        assertThat(out).anyMatch(line -> line.contains("recall 召回 " + recall + ": completed, "));
        assertThat(out.getLast()).isEqualTo("VERIFIED 验证通过");
    }

    @ParameterizedTest(name = "{0} made {1}: {2} differs at {3}")
    @CsvSource(
            textBlock =
                    """
            /recall/state,                    dropped,    copies, recall/state: signed \"completed\"
            /recall/measures/0/outcome,       nothing,    copies, recall/measures/0/outcome:
            /recall/filedBy,                  lion,       copies, recall/filedBy: signed nothing
            /recall/occurrence/reason,        otherwise,  copies, recall/occurrence/reason:
            /events/0/actor,                  lion,       copies, events/0/actor:
            /events/1/content/digest,         0a,         copies, events/1/content/digest:
            /attestation/statement,           {},         copies, recall: signed nothing
            /attestation/digest,              0a,         digest, 0a
            /attestation/key,                 0a,         key,    0a
            /attestation/sm2,                 MEUCIQ==,   sm2,    ''
            /attestation/ed25519,             q83vEg==,   ed25519, ''
            """)
    void whateverIsChangedIsNamed(String place, String value, String difference, String told) throws Exception {
        var changed = saved.deepCopy();
        int slash = place.lastIndexOf('/');
        ((ObjectNode) changed.at(place.substring(0, slash))).put(place.substring(slash + 1), value);

        assertThat(verify(changed)).as("%s %s", out, err).isEqualTo(1);
        assertThat(out).anyMatch(line -> line.startsWith("FAILED  " + difference) && line.contains(told));
        assertThat(out.getLast()).contains("the first difference is " + difference + " ");
    }

    @Test
    void anEventThatWasTakenOutIsNamed() throws Exception {
        var shorter = saved.deepCopy();
        ((ArrayNode) shorter.path("events")).remove(saved.path("events").size() - 1);

        assertThat(verify(shorter)).isEqualTo(1);
        assertThat(out).anyMatch(line -> line.startsWith("FAILED  copies") && line.contains("file nothing"));
    }

    /** What is signed says what it is: a receipt does not become a recall's file by what stands beside it. */
    @Test
    void aReceiptIsNoRecallAndStillNeedsTheLog() throws Exception {
        var sale = new Sale(market, "100.00");
        var receipt = (ObjectNode)
                sale.evidence(sale.completed("recalled 2"), "receipt").body();
        receipt.putNull("bundle");
        receipt.set("recall", saved.path("recall"));

        assertThat(verify(receipt)).isEqualTo(1);
        assertThat(out).anyMatch(line -> line.startsWith("FAILED  copies"));
        assertThat(out).anyMatch(line -> line.startsWith("FAILED  inclusion"));
    }

    private int verify(JsonNode evidence, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("recall.json"), evidence.toPrettyString());
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(options));
        return new Verify(out::add, err::add).run(arguments);
    }

    private void completed(String officer) throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            var now = market.get(officer, "/recalls/" + recall).is(200);
            if (now.text("/state").equals("completed")) return;
            Thread.sleep(100);
        }
        throw new AssertionError(recall + " is not completed after 20 s");
    }
}
