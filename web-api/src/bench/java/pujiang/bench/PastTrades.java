package pujiang.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import pujiang.app.decision.DecisionFile;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A million decisions of the past, made from the catalogue's examples, tried on a changed book by the packaged program. */
final class PastTrades {

    private static final int DECISIONS = Integer.getInteger("bench.decisions", 1_000_000);
    private static final String HEAP = "-Xmx1g";
    private static final Path CATALOGUE = Path.of("..", "compliance-rules", "src", "test", "resources", "law");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path jar;
    private final Path data;

    PastTrades(Path jar, Path data) {
        this.jar = jar;
        this.data = data;
    }

    void run(Report report) throws IOException, InterruptedException {
        var draft = changedBook();
        var lines = lines();
        var replay = start("rules", "replay", draft.toString(), "/dev/stdin");
        var resident = CompletableFuture.supplyAsync(() -> highWater(replay), Thread.ofVirtual()::start);
        long began = System.nanoTime();
        try (var out = new BufferedOutputStream(replay.getOutputStream(), 1 << 20)) {
            write(lines, out);
        }
        int code = replay.waitFor();
        var took = Duration.ofNanos(System.nanoTime() - began);
        var last = Files.readAllLines(data.resolve("told")).getLast();
        if (code != 0 || !last.contains("\"decisions\":" + DECISIONS)) throw new IllegalStateException(code + last);
        report.row(
                "replay of %,d decisions on a changed book, two cores, %s".formatted(DECISIONS, HEAP),
                "%d s, %,.0f/s".formatted(took.toSeconds(), DECISIONS / (took.toMillis() / 1e3)));
        report.row("its resident high-water mark", "%d MB".formatted(resident.join()));
        Report.progress("replayed: " + took + ", " + last);
    }

    /** Exports need a contract from half as many persons on. */
    private Path changedBook() throws IOException, InterruptedException {
        var draft = data.resolve("draft");
        int code = start("rules", "export", draft.toString()).waitFor();
        if (code != 0) throw new IllegalStateException("rules export: " + code);
        var thresholds = draft.resolve("cbdf").resolve("thresholds.properties");
        var text = Files.readString(thresholds);
        Files.writeString(thresholds, text.replace("2024-03-22 = 100000", "2024-03-22 = 50000"));
        return draft;
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(data.resolve("told").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void write(List<byte[]> lines, OutputStream out) throws IOException {
        for (int i = 0; i < DECISIONS; i++) out.write(lines.get(i % lines.size()));
    }

    /** In megabytes, as the machine tells it while the process lives. */
    private static long highWater(Process process) {
        long most = 0;
        var status = Path.of("/proc", String.valueOf(process.pid()), "status");
        while (process.isAlive()) {
            try {
                for (var line : Files.readAllLines(status)) {
                    if (line.startsWith("VmHWM:")) most = Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
                Thread.sleep(200);
            } catch (IOException | InterruptedException _) {
                break;
            }
        }
        return most;
    }

    /** What {@code GET /api/v1/decisions} would have saved of each example. */
    private static List<byte[]> lines() throws IOException {
        var law = new LawReview(RuleBook.load());
        return Files.readAllLines(CATALOGUE.resolve("examples.jsonl")).stream()
                .map(JSON::readTree)
                .map(PastTrades::question)
                .map(question -> DecisionFile.of(law.review(question)))
                .map(file -> file.about(new DecisionFile.About("trade", 1, "vendor", "buyer", "CNY 100.00")))
                .map(file -> (JSON.writeValueAsString(file) + "\n").getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static ProposedExchange question(JsonNode example) {
        var facts = profile(example.get("profile").asString());
        facts.putAll(JSON.treeToValue(example.get("changes"), new TypeReference<Map<String, @Nullable Object>>() {}));
        facts.values().removeIf("?"::equals);
        var on = LocalDate.parse(String.valueOf(facts.get("evalDate")));
        facts.keySet().removeAll(List.of("gate", "evalDate"));
        return new ProposedExchange(Gate.valueOf(example.get("gate").asString()), on, FactSheet.of(facts));
    }

    private static Map<String, @Nullable Object> profile(String name) {
        var profiles = JSON.readValue(
                CATALOGUE.resolve("profiles.json"), new TypeReference<Map<String, Map<String, @Nullable Object>>>() {});
        return new HashMap<String, @Nullable Object>(profiles.getOrDefault(name, Map.of()));
    }
}
