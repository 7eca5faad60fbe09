package pujiang.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.web.ExchangeTest;
import pujiang.web.Market;
import pujiang.web.delivery.Wire;

/** A file is taken whole and as its digest says, or nothing of it stays. */
@ExchangeTest
@ExtendWith(OutputCaptureExtension.class)
class UploadTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    ContentStore store;

    private Market market;
    private Parcels parcels;
    private String vendor;

    @BeforeEach
    void aVendor() throws Exception {
        market = new Market(port, accounts);
        parcels = new Parcels(port);
        vendor = market.token(market.participant("vendor"), Role.VENDOR);
    }

    @Test
    void theSameFileAgainSucceedsAndAsAnotherKindItIsRefused() throws Exception {
        var bytes = fresh("file").getBytes(UTF_8);

        said(parcels.upload(vendor, bytes, "text/csv; charset=utf-8"), 201, "\"mediaType\":\"text/csv\"");
        said(parcels.upload(vendor, bytes, "text/csv"), 200, Parcels.sha256(bytes));
        said(parcels.upload(vendor, bytes, "text/plain"), 409, "creation.other-content");
        assertThat(Files.readAllBytes(store.path(Parcels.sha256(bytes)))).isEqualTo(bytes);
    }

    /** Of its parameters only the charset tells what the bytes say. */
    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            text/csv; charset=nonsense         | 415 | text/csv; charset=nonsense
            text/csv; charset="a b"            | 415 | text/csv; charset=
            text/csv; charset=GB18030          | 201 | "mediaType":"text/csv;charset=GB18030"
            text/csv; header=present           | 201 | "mediaType":"text/csv"
            """)
    void aCharsetIsKeptOrRefusedByItsName(String type, int status, String told) throws Exception {
        var answer = parcels.upload(vendor, fresh("coded").getBytes(UTF_8), type);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body().replace("\\\"", "\"")).contains(told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "identity, br", "nonsense"})
    void aFileThatWasCompressedOnTheWayIsRefusedAndNothingOfItStays(String coding) throws Exception {
        var bytes = fresh("coded").getBytes(UTF_8);
        try (var wire = new Wire(port)) {
            var answer = wire.head(
                            upload(Parcels.sha256(bytes)),
                            "Authorization: Bearer " + vendor,
                            TYPE,
                            "Content-Encoding: " + coding,
                            "Content-Length: " + bytes.length)
                    .send(bytes)
                    .answer();
            assertThat(answer).startsWith("HTTP/1.1 415").contains("request.coding-unsupported", coding);
        }
        nothingOf(Parcels.sha256(bytes));
    }

    @Test
    void whatOneHasUploadedAnotherHasToSendAsWell() throws Exception {
        var bytes = fresh("file").getBytes(UTF_8);
        var other = market.token(market.participant("other"), Role.VENDOR);
        said(parcels.upload(vendor, bytes, "text/csv"), 201, "sha256");

        assertThat(market.get(other, "/contents").is(200).body()).isEmpty();
        said(parcels.upload(other, bytes, "text/csv"), 201, "sha256");
    }

    @Test
    void otherBytesThanTheDigestNamesAreRefused() throws Exception {
        var declared = Parcels.sha256(fresh("declared").getBytes(UTF_8));

        said(
                parcels.upload(vendor, declared, BodyPublishers.ofString("changed on the way"), "text/csv"),
                400,
                "content.digest-mismatch");

        nothingOf(declared);
    }

    @Test
    void aBodyWithoutALengthIsTaken() throws Exception {
        var bytes = Parcels.bytes(300_000, 1);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));

        said(parcels.upload(vendor, Parcels.sha256(bytes), chunked, "text/csv"), 201, "\"size\":300000");
    }

    @Test
    void aBodyThatEndsEarlyIsToldSoAndIsNoIncident(CapturedOutput log) throws Exception {
        var declared = Parcels.sha256(fresh("short").getBytes(UTF_8));
        try (var wire = new Wire(port)) {
            var answer = wire.head(upload(declared), "Authorization: Bearer " + vendor, TYPE, "Content-Length: 1000")
                    .send(new byte[10])
                    .endOfInput()
                    .answer();
            assertThat(answer).startsWith("HTTP/1.1 400").contains("content.truncated");
        }
        nothingOf(declared);
        assertThat(log).doesNotContain("Incident", "Exception");
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing(CapturedOutput log) throws Exception {
        var declared = Parcels.sha256(fresh("broken").getBytes(UTF_8));
        try (var wire = new Wire(port)) {
            wire.head(upload(declared), "Authorization: Bearer " + vendor, TYPE, "Content-Length: 50000000")
                    .send(new byte[1_000_000]);
            eventually(incoming -> !incoming.isEmpty());
        }
        nothingOf(declared);
        assertThat(log).doesNotContain("Incident", "Exception");
    }

    @Test
    void whoAnnouncesTooMuchIsRefusedBeforeSendingAnyOfIt() throws Exception {
        try (var wire = new Wire(port)) {
            var answer = wire.head(
                            upload("a".repeat(64)),
                            "Authorization: Bearer " + vendor,
                            TYPE,
                            "Content-Length: 30000000000",
                            "Expect: 100-continue")
                    .answer();
            assertThat(answer).startsWith("HTTP/1.1 413").contains("content.too-large");
        }
        nothingOf("a".repeat(64));
    }

    @Test
    void whoMayNotUploadIsRefusedBeforeSendingAnyOfIt() throws Exception {
        try (var wire = new Wire(port)) {
            var answer = wire.head(upload("a".repeat(64)), TYPE, "Content-Length: 1000000", "Expect: 100-continue")
                    .answer();
            assertThat(answer).startsWith("HTTP/1.1 401").contains("request.unauthenticated");
        }
    }

    @Test
    void twoUploadsOfTheSameFileAtOnceBothSucceed() throws Exception {
        var bytes = Parcels.bytes(2_000_000, 2);
        var uploads = List.of(1, 2, 3, 4).stream()
                .map(_ -> CompletableFuture.supplyAsync(() -> quietly(bytes)))
                .toList();

        var statuses = uploads.stream()
                .map(CompletableFuture::join)
                .map(HttpResponse::statusCode)
                .toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(Files.readAllBytes(store.path(Parcels.sha256(bytes)))).isEqualTo(bytes);
        nothingIncoming();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "../evil",
                "a/../../evil",
                "/etc/evil",
                "C:\\evil",
                "c:evil",
                "..\\evil",
                "a\\..\\..\\evil",
                "a/.."
            })
    void anArchiveThatUnpacksElsewhereIsRefusedWhateverItIsCalled(String entry) throws Exception {
        var archive = Parcels.zip("data.csv", entry);

        for (var type : List.of("application/zip", "application/octet-stream", "application/x-zip-compressed")) {
            said(parcels.upload(vendor, archive, type), 400, "content.unsafe-entry");
        }
        nothingOf(Parcels.sha256(archive));
    }

    @Test
    void aHarmlessArchiveIsTakenAndWhatIsNoneIsNot() throws Exception {
        said(parcels.upload(vendor, Parcels.zip("a/b.csv", "a..b/c.csv"), "application/zip"), 201, "sha256");
        said(parcels.upload(vendor, "no archive".getBytes(UTF_8), "application/zip"), 400, "content.not-an-archive");
        said(
                parcels.upload(vendor, "PK\3\4 but no archive".getBytes(UTF_8), "text/plain"),
                400,
                "content.not-an-archive");
    }

    @ParameterizedTest(name = "{0} as {1} → {2} {3}")
    @CsvSource(
            textBlock =
                    """
            abc, text/csv, 400, digest.malformed
            AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, text/csv, 400, digest.malformed
            aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,nonsense,415,request.media-type-unsupported
            aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, */*,      400, value.malformed
            """)
    void aNameOrKindThatCannotBeIsRefused(String sha256, String type, int status, String code) throws Exception {
        said(parcels.upload(vendor, sha256, BodyPublishers.ofString("x"), type), status, code);
    }

    @Test
    void aKindWithALongNameIsRefused() throws Exception {
        said(parcels.upload(vendor, "x".getBytes(UTF_8), "text/" + "x".repeat(200)), 400, "value.malformed");
    }

    private static final String TYPE = "Content-Type: text/csv";

    private static String upload(String sha256) {
        return "PUT /api/v1/contents/" + sha256 + " HTTP/1.1";
    }

    private HttpResponse<String> quietly(byte[] bytes) {
        try {
            return parcels.upload(vendor, bytes, "text/csv");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void said(HttpResponse<String> answer, int status, String text) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(text);
    }

    private void nothingOf(String sha256) throws Exception {
        assertThat(store.path(sha256)).doesNotExist();
        assertThat(market.get(vendor, "/contents").is(200).body().toString()).doesNotContain(sha256);
        nothingIncoming();
    }

    private void nothingIncoming() throws Exception {
        eventually(List::isEmpty);
    }

    private void eventually(Predicate<List<Path>> expected) throws Exception {
        var incoming = store.path("a".repeat(64)).resolve("../../incoming").normalize();
        List<Path> there = List.of();
        for (int i = 0; i < 200; i++) {
            try (var parts = Files.list(incoming)) {
                there = parts.toList();
            }
            if (expected.test(there)) return;
            Thread.sleep(50);
        }
        throw new AssertionError("incoming: " + there);
    }
}
