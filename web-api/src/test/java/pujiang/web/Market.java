package pujiang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import pujiang.app.security.Accounts;
import pujiang.app.security.Role;
import pujiang.participant.ParticipantId;
import pujiang.web.security.Newcomers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People of the market who speak HTTP with a running exchange, for tests. What they make has names of its own. */
public final class Market {

    private static final AtomicInteger COUNT = new AtomicInteger();
    /** Of organisations: their codes have four digits for it. */
    private static final AtomicInteger ORGANISATIONS = new AtomicInteger();

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** What an organisation without personal information states of itself, so that every rule about it is decided. */
    public static final String STATEMENT =
            """
            {"seller.role": "PI_PROCESSOR", "seller.isCIIO": "NO", "seller.ftzRegistered": false,
             "seller.piSubjectsHeld": 0, "seller.handlesMinorPI": false, "seller.faceSubjectsStored": 0,
             "seller.importantDataOfficer": false, "seller.usesSimplifiedNotice": false,
             "buyer.remoteAccessFromAbroad": false, "buyer.foreignControlled": false,
             "buyer.foreignPersonInChina": false, "buyer.isForeignJudicialBody": false,
             "product.deidStatus": "NOT_PI", "product.grade": "GENERAL", "product.importantStatus": "NONE",
             "product.vehicleData": false, "product.sourceType": "SELF_GENERATED", "product.personalCredit": false}""";

    /** What the exchange has found of it. */
    public static final String SCREENED =
            """
            {"assessor": "the exchange", "facts": {"buyer.onRestrictedPiList": false, "buyer.onControlList": false,
              "buyer.securityCapability": "ASSESSED_OK", "export.splitting": "NO"},
             "evidence": "lists of the day; questionnaire", "validUntil": "2099-12-31"}""";

    /** What a vendor states of a product that the law lets pass, with grade and dispute still to be said. */
    private static final String PROFILE =
            """
            "product.importantStatus": "NONE", "product.stateSecret": false, "product.exportControlled": false,
            "product.nationalSecurityImpact": "NONE", "product.sourceType": "SELF_GENERATED",
            "product.collectionLawful": "YES", "product.rightsHeld": ["HOLD", "USE", "OPERATE"],
            "product.certValidUntil": null, "product.sampleExposesPI": false, "product.hgr": "NONE",
            "product.vehicleData": false, "product.geoKind": "NONE", "product.personalCredit": false""";

    /** What assessors have found of it. */
    public static final String ASSESSED =
            """
            {"assessor": "a law firm", "facts": {"sde.complianceAssessment": "PASS", "sde.qualityAssessment": true,
              "product.sourceExplained": true, "trade.harm": "NO"},
             "evidence": "report 2026/7", "validUntil": "2099-12-31"}""";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final int port;
    private final Accounts accounts;
    private final String operator;

    public Market(int port, Accounts accounts) {
        this.port = port;
        this.accounts = accounts;
        this.operator = staff(Role.OPERATOR);
    }

    /** What came back. */
    public record Answer(int status, String etag, JsonNode body) {

        /** Fails with the whole answer unless the status is this. */
        public Answer is(int expected) {
            assertThat(status).as(body.toPrettyString()).isEqualTo(expected);
            return this;
        }

        /** Fails with the whole answer unless it is the problem of this code. */
        public Answer is(int expected, String code) {
            is(expected);
            assertThat(body.path("code").asString()).as(body.toPrettyString()).isEqualTo(code);
            return this;
        }

        public String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    public int port() {
        return port;
    }

    public String operator() {
        return operator;
    }

    /** A name that nobody else has. */
    public static String fresh(String start) {
        return start + "-" + COUNT.incrementAndGet();
    }

    /** A token of somebody who works for the exchange. */
    public String staff(Role role) {
        return token(null, role);
    }

    public String token(@Nullable ParticipantId participant, Role... roles) {
        var username = fresh("user");
        Newcomers.open(accounts, username, participant, Set.of(roles));
        return accounts.issue(username, "test", Duration.ofDays(1)).token();
    }

    /** A verified participant of the mainland, admitted in both roles. */
    public ParticipantId participant(String start) throws Exception {
        var id = fresh(start);
        return admitted(id, application(id, creditCode()));
    }

    /** Screened and verified, whoever it is. */
    public ParticipantId admitted(String id, String application) throws Exception {
        put(operator, "/participants/" + id, application).is(201);
        put(operator, "/participants/" + id + "/assessments/screening", SCREENED)
                .is(201);
        post(operator, "/participants/" + id + "/verification", "{\"evidence\": \"registry extract\"}")
                .is(200);
        return new ParticipantId(id);
    }

    public static String application(String name, String creditCode) {
        return """
                {"organisation": {"name": "%s", "registration": {"creditCode": "%s"}, "seat": "MAINLAND"},
                 "roles": ["VENDOR", "BUYER"], "statement": %s}"""
                .formatted(name, creditCode, STATEMENT);
    }

    /** A code that nobody else has, with the check character of GB 32100-2015. */
    public static String creditCode() {
        var code = "91310000M%08d".formatted(ORGANISATIONS.incrementAndGet());
        int weight = 1;
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code + ALPHABET.charAt((31 - sum % 31) % 31);
    }

    /** A product's content, with one fact more than it needs to pass. */
    public static String product(String title, String fact) {
        return """
                {"description": {"title": "%s", "summary": "", "schema": [{"name": "hour", "type": "timestamp",
                  "meaning": "start"}], "from": "2013-01-01", "to": "2015-12-31", "frequency": "HOURLY", "rows": 26280,
                  "bytes": 1200000, "sample": "2013-01-01T00:00,87", "source": "measured by the US consulate, public"},
                 "profile": {"product.deidStatus": "NOT_PI", "product.holderAuthorised": "YES", %s, %s}}"""
                .formatted(title, PROFILE, fact);
    }

    /** One that the law lets pass. */
    public static String product(String title) {
        return product(title, "\"product.rightsDispute\": false, \"product.grade\": \"GENERAL\"");
    }

    public static String listing(String product, String price) {
        return """
                {"product": "%s", "terms": {"price": {"amount": "%s", "currency": "CNY"}, "purposes": ["RESEARCH"],
                 "territories": ["MAINLAND"], "termDays": 365, "until": "2099-12-31"}}"""
                .formatted(product, price);
    }

    public Answer get(String token, String path) throws Exception {
        return send(token, request(path).GET());
    }

    /** Every follower parks an event that cannot be read, and would try it again while other tests read the log. */
    public void discardParked(String aggregate) throws Exception {
        var parked = "/operations/parked-events";
        for (var each : get(operator(), parked + "?limit=200").is(200).body().path("items")) {
            if (!each.path("aggregate").asString().equals(aggregate)) continue;
            var address = parked + "/" + each.path("id").asString() + "/discard";
            post(operator(), address, "{\"reason\": \"not of this exchange\"}").is(204);
        }
    }

    /** An approval by somebody who has read the decision of that trade or listing as it is now. */
    public String approval(String officer, String path) throws Exception {
        var place = path.startsWith("/listings/") ? "/listing/decision/digest" : "/decision/digest";
        var read = get(officer, path).is(200).text(place);
        return "{\"decision\": \"%s\", \"ground\": \"seen\", \"evidence\": \"vault/9\"}".formatted(read);
    }

    /** The acceptance of a proof by somebody who has read that obligation as it is now. */
    public String acceptance(String officer, String obligation) throws Exception {
        return "{\"version\": %s, \"ground\": \"seen\"}".formatted(version(officer, obligation));
    }

    /** That the proof is turned down by somebody who has read it. */
    public String rejection(String officer, String obligation) throws Exception {
        return "{\"version\": %s, \"reason\": \"no list of copies\"}".formatted(version(officer, obligation));
    }

    private String version(String officer, String path) throws Exception {
        return get(officer, path).is(200).text("/version");
    }

    /** What an address answers with, as it is. */
    public String bytes(String token, String path) throws Exception {
        var answer = http.send(
                request(path).header("Authorization", "Bearer " + token).GET().build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** A product that is registered is assessed as well: without that none is listed, and the tests are about other things. */
    public Answer put(String token, String path, String body) throws Exception {
        var answer = send(token, request(path).PUT(BodyPublishers.ofString(body)));
        if (answer.status() == 201 && path.matches("/products/[^/]+")) {
            send(operator, request(path + "/assessments/admission").PUT(BodyPublishers.ofString(ASSESSED)))
                    .is(201);
        }
        return answer;
    }

    public Answer revise(String token, String path, String etag, String body) throws Exception {
        return send(token, request(path).header("If-Match", etag).PUT(BodyPublishers.ofString(body)));
    }

    public Answer post(String token, String path, String body) throws Exception {
        return post(token, path, body, fresh("key"));
    }

    /** As often as the same is sent under the same key, it is done once. */
    public Answer post(String token, String path, String body, String key) throws Exception {
        return send(token, request(path).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    /** Any request at all; an Idempotency-Key comes along. */
    public Answer send(String token, String method, String path, String body) throws Exception {
        return send(
                token,
                request(path).header("Idempotency-Key", fresh("key")).method(method, BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Content-Type", "application/json");
    }

    private Answer send(String token, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        DescribedAnswers.check(response);
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(""),
                json.readTree(response.body()));
    }
}
