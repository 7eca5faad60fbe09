package pujiang.host.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import pujiang.host.PujiangApplication;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.Sale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What a buyer does with the answers that it saved, and what a forger may try. */
@ExchangeTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyTest {

    private static final String DATA = "2013-01-01T00:00,87\n2013-01-01T01:00,91\n";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @TempDir
    private Path folder;

    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private JsonNode receipt;
    private JsonNode certificate;
    private JsonNode keys;

    @BeforeAll
    void aTradeFromOrderToCertificate() throws Exception {
        var market = new Market(port, accounts);
        var sale = new Sale(market, "100.00");
        var trade = sale.completed(DATA);
        receipt = sale.evidence(trade, "receipt").body();
        certificate = sale.evidence(trade, "certificate").body();
        keys = market.get(sale.buyer(), "/keys").is(200).body();
    }

    @BeforeEach
    void nothingTold() {
        out.clear();
        err.clear();
    }

    @Test
    void aReceiptWithTheFileAndTheExchangesKeysIsVerified() throws Exception {
        int exit = verify(save(receipt), "--keys", save("keys.json", keys).toString(), "--content", file(DATA));

        assertThat(exit).as("%s %s", out, err).isZero();
        assertThat(out).filteredOn(line -> line.startsWith("ok")).hasSize(Proof.values().length - 3);
        assertThat(out).contains("not proven 未证明: nothing 无");
        assertThat(out).noneMatch(line -> line.contains("came with the receipt"));
        assertThat(out.getLast()).isEqualTo("VERIFIED 验证通过");
        assertThat(out).anyMatch(line -> line.startsWith("statement 签名内容: {\"at\":"));
    }

    @Test
    void aCertificateIsVerifiedWithItsReceiptAndTheFile() throws Exception {
        int exit = verify(save(certificate), "--keys", save("keys.json", keys).toString(), "--content", file(DATA));

        assertThat(exit).as("%s %s", out, err).isZero();
        assertThat(out).filteredOn(line -> line.startsWith("ok")).hasSize(Proof.values().length - 1);
        assertThat(out).anyMatch(line -> line.contains("trade-certificate/1"));
        assertThat(out)
                .as("it names its receipt")
                .anyMatch(
                        line -> line.contains(receipt.at("/attestation/digest").asString()));
    }

    /** As it was saved by an earlier release: it can be completed, and does not pass alone. */
    @Test
    void aCertificateWithoutItsReceiptIsNotVerified() throws Exception {
        var alone = (ObjectNode) certificate.deepCopy();
        alone.remove("receipt");

        assertThat(verify(save(alone))).isEqualTo(1);
        assertThat(out).anyMatch(line -> line.startsWith("FAILED  receipt"));
        assertThat(out).anyMatch(line -> line.startsWith("not proven") && line.contains("logged"));
        assertThat(out.getLast()).contains("the first difference is receipt ");
        assertThat(verify(
                        save(alone), "--receipt", save("receipt.json", receipt).toString()))
                .isZero();
    }

    @Test
    void aCertificateWithTheReceiptOfAnotherTradeIsNotVerified() throws Exception {
        var sale = new Sale(new Market(port, accounts), "100.00");
        var other = sale.evidence(sale.completed("other data"), "receipt").body();

        assertThat(verify(
                        save(certificate),
                        "--receipt",
                        save("receipt.json", other).toString()))
                .isEqualTo(1);
        assertThat(out).anyMatch(line -> line.startsWith("FAILED  receipt"));
    }

    @ParameterizedTest(name = "{0} changed: {2} differs")
    @CsvSource({
        "/receipt/attestation/sm2, MEUCIQ==, receipt",
        "/receipt/attestation/statement, {}, receipt",
        "/receipt/bundle/checkpoint, nothing, logged",
        "/receipt/bundle/index, 1000000, logged"
    })
    void whateverIsChangedInTheReceiptOfACertificateIsNamed(String place, String value, String difference)
            throws Exception {
        var changed = certificate.deepCopy();
        put(changed, place, value);
        if (place.startsWith("/receipt/attestation")) put(changed, place.replace("receipt/", "receipt/bundle/"), value);

        assertThat(verify(save(changed))).isEqualTo(1);
        assertThat(out.getLast()).contains("the first difference is " + difference + " ");
    }

    @Test
    void aReceiptThatTheLogHadNotNumberedLeavesItsCertificateOpen() throws Exception {
        var early = (ObjectNode) certificate.deepCopy();
        ((ObjectNode) early.path("receipt")).putNull("bundle");

        assertThat(verify(save(early))).isEqualTo(1);
        assertThat(out.getLast()).contains("the first difference is logged ");
    }

    @Test
    void keysFromTheSameHandAreSaidToBe() throws Exception {
        assertThat(verify(save(receipt))).isZero();

        assertThat(out).anyMatch(line -> line.startsWith("The keys came with the file"));
        assertThat(out.getLast()).contains("SIGNATURES VALID");
    }

    @ParameterizedTest(name = "{0} changed: {2} differs")
    @CsvSource(
            textBlock =
                    """
            /bundle/attestation/statement, {},                                     copies
            /attestation/digest,           0a,                                     copies
            /keys/id,                      0011223344556677,                       copies
            both /attestation/statement,   {},                                     digest
            both /attestation/digest,      0a,                                     digest
            both /attestation/key,         0011223344556677,                       key
            both /keys/id,                 0011223344556677,                       key
            both /keys/sm2,                04ff,                                   key
            both /keys/ed25519,            AAAA,                                   key
            both /attestation/sm2,         MEUCIQ==,                               sm2
            both /attestation/ed25519,     q83vEg==,                               ed25519
            /bundle/checkpoint,            nothing,                                checkpoint
            /bundle/size,                  1000000,                                checkpoint
            /bundle/index,                 1000000,                                inclusion
            /bundle/path/0,                AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=, inclusion
            """)
    void whateverIsChangedIsNamed(String place, String value, String difference) throws Exception {
        var changed = receipt.deepCopy();
        var pointer = place.replace("both ", "");
        put(changed, pointer, value);
        if (place.startsWith("both ")) put(changed, "/bundle" + pointer, value);

        int exit = verify(save(changed), "--content", file(DATA));

        assertThat(exit).as("%s %s", out, err).isEqualTo(1);
        assertThat(out).anyMatch(line -> line.startsWith("FAILED  " + difference));
        assertThat(out.getLast()).contains("the first difference is " + difference + " ");
    }

    @Test
    void keysOfAnotherExchangeAreNotTheseKeys() throws Exception {
        var other = (ObjectNode) keys.deepCopy();
        other.put("id", "0011223344556677");

        assertThat(verify(save(receipt), "--keys", save("other.json", other).toString()))
                .isEqualTo(1);
        assertThat(out.getLast()).contains("the first difference is pinned ");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "'2013-01-01T00:00,87\n2013-01-01T01:00,92\n', sha256 of the file: ",
        "2013-01-01T00:00, size of the file: 16",
        "'', size of the file: 0"
    })
    void anotherFileIsNotWhatWasDelivered(String data, String difference) throws Exception {
        assertThat(verify(save(receipt), "--content", file(data))).isEqualTo(1);
        assertThat(out).anyMatch(line -> line.startsWith("FAILED  content") && line.contains(difference));
        assertThat(out.getLast()).contains("the first difference is content ");
    }

    @Test
    void whatTheLogHasNotNumberedYetIsToBeFetchedOnceMore() throws Exception {
        var early = (ObjectNode) receipt.deepCopy();
        early.putNull("bundle");

        assertThat(verify(save(early))).isEqualTo(1);
        assertThat(out).filteredOn(line -> line.startsWith("ok")).hasSize(4);
        assertThat(out).anyMatch(line -> line.contains("save it again"));
    }

    /** As a user starts it; it must be done long before an exchange would have started. */
    @Test
    void theProgramItselfVerifiesWithoutStartingAnExchange() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        PujiangApplication.class.getName(),
                        "verify",
                        save(receipt).toString())
                .redirectErrorStream(true)
                .start();
        var told = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(told).isZero();
        assertThat(told).contains("SIGNATURES VALID 签名有效").doesNotContain("is starting");
    }

    private int verify(Path evidence, String... options) {
        var arguments = new ArrayList<>(List.of(evidence.toString()));
        arguments.addAll(List.of(options));
        return new Verify(out::add, err::add).run(arguments);
    }

    private Path save(JsonNode evidence) throws IOException {
        return save("evidence.json", evidence);
    }

    private Path save(String name, JsonNode content) throws IOException {
        return Files.writeString(folder.resolve(name), content.toPrettyString());
    }

    private String file(String data) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), data).toString();
    }

    private static void put(JsonNode root, String pointer, String value) {
        boolean number = value.matches("[0-9]{7}");
        set(root, pointer, number ? LongNode.valueOf(Long.parseLong(value)) : StringNode.valueOf(value));
    }

    private static void set(JsonNode root, String pointer, JsonNode value) {
        int slash = pointer.lastIndexOf('/');
        var name = pointer.substring(slash + 1);
        switch (root.at(pointer.substring(0, slash))) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array -> array.set(Integer.parseInt(name), value);
            case JsonNode other -> throw new IllegalArgumentException(pointer + " in " + other);
        }
    }
}
