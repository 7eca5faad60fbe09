package pujiang.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pujiang.web.Market.fresh;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import pujiang.app.security.Role;
import pujiang.law.RuleBook;
import pujiang.web.Market.Answer;
import tools.jackson.databind.json.JsonMapper;

/** Drafts of the rule book on their way into a running exchange, for tests. */
public final class Drafts {

    private static final String CASES =
            """
            {"gate": "ORDER", "evalDate": "2026-11-26", "product.stateSecret": false, "rule": "DSL-99-1", \
            "expect": "OBLIGATION"}
            {"gate": "ORDER", "evalDate": "2026-11-26", "product.stateSecret": true, "rule": "DSL-99-1", \
            "expect": "silent"}
            """;

    private static final String RULE =
            """
            package law.dsl

            import pujiang.compliance.*
            import pujiang.law.Fired
            import function pujiang.law.Conditions.*

            rule "DSL-99-1"
                @article("99(1)")
                @title_zh("试行")
                @title_en("On trial: NUMBER")
                @remedy_zh("告知")
                @remedy_en("tell the officer")
                @bearer("VENDOR")
                date-effective "2021-09-01"
            when
                ProposedExchange( gate in (Gate.ORDER),
                    $why : is(this, ProductFacts.STATE_SECRET, false),
                    $why.possible )
            then
                insertLogical(new Fired("DSL-99-1", Outcome.OBLIGATION, $why));
            end
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final int port;

    public Drafts(int port) {
        this.port = port;
    }

    /** The program's own book and one rule more, under which every order has a duty; each time in other words. */
    public static SortedMap<String, String> oneRuleMore() {
        var texts = new TreeMap<>(RuleBook.ownTexts());
        texts.put("dsl/art-99.drl", RULE.replace("NUMBER", fresh("trial")));
        texts.put("cases.jsonl", CASES);
        return texts;
    }

    /** One rule more, under which every admission brings a duty: trades that are tried meanwhile stay as they are. */
    public static SortedMap<String, String> oneRuleOfAdmissionMore() {
        var texts = oneRuleMore();
        texts.computeIfPresent("dsl/art-99.drl", (_, text) -> text.replace("Gate.ORDER", "Gate.ONBOARD")
                .replace("ProductFacts.STATE_SECRET, false", "SellerFacts.IDENTITY_VERIFIED, true"));
        texts.computeIfPresent("cases.jsonl", (_, text) -> text.replace("ORDER", "ONBOARD")
                .replace("\"product.stateSecret\": true", "\"seller.identityVerified\": false")
                .replace("\"product.stateSecret\": false", "\"seller.identityVerified\": true"));
        return texts;
    }

    /**
     * The rules of one instrument, one rule more and its cases, which compile in half the time: for whoever asks what
     * becomes of a draft, and not what the whole law says. The numbers of the others stay, since words of the law need them.
     * Each time in other words.
     */
    public static SortedMap<String, String> oneInstrument() {
        return ofOneInstrument(oneRuleMore());
    }

    /** As {@link #oneInstrument}, but the rule more is that of {@link #oneRuleOfAdmissionMore}. */
    public static SortedMap<String, String> oneInstrumentOnAdmission() {
        return ofOneInstrument(oneRuleOfAdmissionMore());
    }

    private static SortedMap<String, String> ofOneInstrument(SortedMap<String, String> texts) {
        texts.keySet().removeIf(file -> file.endsWith(".drl") && !file.startsWith("dsl/"));
        return texts;
    }

    /** One that the reader refuses: it is kept with its fault, and nothing of it is tried; each time in other words. */
    public static SortedMap<String, String> faulty() {
        var texts = oneRuleMore();
        texts.computeIfPresent(
                "dsl/art-99.drl",
                (_, text) -> text.replace("is(this, ProductFacts.STATE_SECRET, false)", "System.exit(0)"));
        return texts;
    }

    public Answer put(String token, String draft, byte[] zip) throws Exception {
        return send(request(token, "/rule-drafts/" + draft).PUT(BodyPublishers.ofByteArray(zip)));
    }

    public Answer revise(String token, String draft, String etag, byte[] zip) throws Exception {
        return send(
                request(token, "/rule-drafts/" + draft).header("If-Match", etag).PUT(BodyPublishers.ofByteArray(zip)));
    }

    /** Its files. */
    public SortedMap<String, String> files(String token, String path) throws Exception {
        var answer = http.send(request(token, path).GET().build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return unzipped(answer.body());
    }

    /** Replays a draft to its end, and gives the report. */
    public Answer replayed(Market market, String token, String draft) throws Exception {
        while (true) {
            var started = market.post(token, "/rule-drafts/" + draft + "/replays", "");
            if (started.status() == 202) break;
            started.is(409, "rule-draft.replay-running");
            Thread.sleep(100);
        }
        for (int attempt = 0; attempt < 600; attempt++) {
            var replay = market.get(token, "/rule-drafts/" + draft + "/replay").is(200);
            if (replay.text("/state").equals("DONE"))
                return market.get(token, "/rule-drafts/" + draft + "/report").is(200);
            assertThat(replay.text("/state")).isEqualTo("RUNNING");
            Thread.sleep(50);
        }
        throw new AssertionError("the replay of " + draft + " does not end");
    }

    /** The exchange is shared with other tests, which are about its own law: that one is brought into force again. */
    public void bringBack(Market market) throws Exception {
        var author = market.staff(Role.COMPLIANCE_OFFICER);
        var own = fresh("own-draft");
        put(author, own, zip(RuleBook.ownTexts())).is(201);
        var report = replayed(market, author, own).text("/digest");
        market.post(market.operator(), "/rule-drafts/" + own + "/activation", "{\"report\": \"" + report + "\"}")
                .is(200);
    }

    public static byte[] zip(Map<String, String> texts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var file : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static SortedMap<String, String> unzipped(byte[] bytes) throws IOException {
        var texts = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return texts;
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Content-Type", "application/zip")
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        var response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("ETag").orElse(""),
                json.readTree(response.body()));
    }
}
