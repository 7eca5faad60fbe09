package pujiang.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pujiang.app.decision.DecisionFile;
import pujiang.compliance.Clearance;
import pujiang.compliance.Decision;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.delivery.Content;
import pujiang.delivery.Handover.FileHandover;
import pujiang.evidence.ExchangeNotary;
import pujiang.evidence.PublicKeys;
import pujiang.evidence.SigningKeys;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;
import pujiang.listing.ListingId;
import pujiang.listing.PricePlan;
import pujiang.listing.Purpose;
import pujiang.listing.Terms;
import pujiang.participant.Jurisdiction;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.trade.Agreement;
import pujiang.trade.Attestation;
import pujiang.trade.DeclaredUse;
import pujiang.trade.TradeId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The commands that need no exchange, from the packaged program and in a process of their own. Inside the program classes
 * are loaded otherwise than in tests: the rules' compiler, and the engine on worker threads, once did not find theirs.
 */
class PackagedProgramIT {

    private static final Path JAR = Path.of(Objects.requireNonNull(System.getProperty("packaged.program")));
    private static final Path PROFILES =
            Path.of("..", "compliance-rules", "src", "test", "resources", "law", "profiles.json");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, @Nullable Object> LAWFUL = lawful();
    private static final Decision DECISION =
            new LawReview(RuleBook.load()).review(new ProposedExchange(Gate.ORDER, DAY, FactSheet.of(LAWFUL)));

    @TempDir
    private Path folder;

    /** Many lines, so that several threads ask. */
    @Test
    void evaluateAnswersEachLine() throws Exception {
        var line = new HashMap<String, @Nullable Object>(LAWFUL);
        line.putAll(Map.of("gate", "ORDER", "evalDate", DAY.toString()));
        var text = JSON.writeValueAsString(line) + "\n";

        var answer = run("evaluate", save("facts.jsonl", text.repeat(600) + "nonsense\n"));

        assertThat(answer.code()).as(answer.told()).isEqualTo(1);
        assertThat(answer.lines()).hasSize(601);
        assertThat(answer.lines().stream()
                        .limit(600)
                        .map(one -> JSON.readTree(one).path("digest").asString()))
                .containsOnly(DECISION.digest());
        assertThat(answer.lines().getLast()).contains("json.malformed");
    }

    @Test
    void evaluateMakesASavedDecisionAgain() throws Exception {
        var answer = run("evaluate", "--verify", save("decision.json", saved()));

        assertThat(answer.code()).as(answer.told()).isZero();
        assertThat(answer.told()).contains("same decision", DECISION.digest());
    }

    @Test
    void rulesAreExportedCheckedReplayedAndCounted() throws Exception {
        var draft = folder.resolve("draft").toString();
        var decisions = save("decisions.jsonl", (saved() + "\n").repeat(50));

        assertThat(run("rules", "export", draft).code()).isZero();
        var replayed = run("rules", "replay", draft, decisions);
        var counted = run("rules", "coverage", decisions);

        assertThat(replayed.code()).as(replayed.told()).isZero();
        assertThat(JSON.readTree(replayed.lines().getLast())
                        .at("/counts/ALLOW → ALLOW")
                        .asInt())
                .isEqualTo(50);
        assertThat(counted.code()).as(counted.told()).isZero();
        assertThat(JSON.readTree(counted.lines().getLast()).path("decisions").asInt())
                .isEqualTo(50);
    }

    @Test
    void aFaultyDraftIsToldByFileAndLine() throws Exception {
        var draft = folder.resolve("draft");
        run("rules", "export", draft.toString());
        Files.writeString(draft.resolve("dsl/art-53.drl"), "package law.dsl\nimport java.io.File\n");

        var answer = run("rules", "check", draft.toString());

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.told()).contains("dsl/art-53.drl:2: may not import java.io.File");
    }

    /** The signatures are in order; the log had not numbered the receipt. */
    @Test
    void verifyNamesTheFirstDifference() throws Exception {
        var answer = run("verify", save("receipt.json", JSON.writeValueAsString(receipt())));

        assertThat(answer.code()).as(answer.told()).isEqualTo(1);
        assertThat(answer.lines().stream().filter(line -> line.startsWith("ok")))
                .hasSizeGreaterThan(3);
        assertThat(answer.lines().getLast()).contains("NOT VERIFIED", "inclusion");
    }

    private static Map<String, @Nullable Object> lawful() {
        var profiles = JSON.readValue(PROFILES, new TypeReference<Map<String, Map<String, @Nullable Object>>>() {});
        var stated = new HashMap<String, @Nullable Object>(profiles.getOrDefault("P0", Map.of()));
        stated.keySet().removeAll(List.of("gate", "evalDate"));
        return stated;
    }

    private record Receipt(Attestation attestation, PublicKeys keys, @Nullable Object bundle) {}

    private Receipt receipt() throws IOException {
        var keys = SigningKeys.at(folder.resolve("signing-keys"), new SecureRandom());
        var price = Money.of(CurrencyUnit.of("CNY"), BigDecimal.TEN);
        var terms = new Terms(PricePlan.of(price), Set.of(Purpose.RESEARCH), Set.of(Jurisdiction.MAINLAND), 365, DAY);
        var agreement = new Agreement(
                new ListingId("offer"),
                1,
                new ProductId("series"),
                new ParticipantId("vendor"),
                new ParticipantId("buyer"),
                terms,
                new DeclaredUse(Purpose.RESEARCH, "air study"),
                DAY);
        var file = new FileHandover(new Content("0a".repeat(32), "f1".repeat(32), 42, "text/csv"), null);
        var clearance = new Clearance(DECISION.digest(), DECISION.ruleBook(), Optional.empty());
        var receipt = new ExchangeNotary(keys)
                .receipt(new TradeId("trade"), agreement, file, clearance, Instant.parse("2026-11-23T04:05:06Z"));
        return new Receipt(receipt, keys.published(), null);
    }

    private static String saved() {
        return JSON.writeValueAsString(DecisionFile.of(DECISION));
    }

    private String save(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private record Answer(int code, List<String> lines, String told) {}

    private Answer run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                // It lives for seconds, which the whole compiler would spend on being thorough.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                JAR.toString()));
        command.addAll(List.of(arguments));
        var out = folder.resolve("out");
        var err = folder.resolve("err");
        var process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as(String.join(" ", command))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        var told = Files.readString(out) + Files.readString(err);
        return new Answer(
                process.exitValue(),
                Files.readAllLines(out),
                told.lines().limit(50).collect(Collectors.joining("\n")));
    }
}
