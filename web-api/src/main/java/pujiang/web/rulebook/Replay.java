package pujiang.web.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Finding;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;
import pujiang.refusal.Invalid;
import pujiang.web.evaluate.Lines;
import pujiang.web.evaluate.Question;
import pujiang.web.wiring.LawSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decisions of the past under a draft. Out come JSON lines: each decision that would fall otherwise, each that cannot be
 * replayed with the reason, and at the end the counts. Memory does not grow with the input.
 */
final class Replay {

    private static final int BATCH = 1_024;
    private static final int LINES_BETWEEN_PROGRESS = 50 * BATCH;

    private final ComplianceReview law;
    private final String ruleBook;
    private final JsonMapper json = new JsonMapper();
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, Long> counts = new TreeMap<>();
    private long read;
    private long unreplayable;

    Replay(RuleBook draft, PrintStream out, PrintStream err) {
        this.law = new LawReview(draft, LawSettings.DEFAULT.limit());
        this.ruleBook = draft.digest();
        this.out = out;
        this.err = err;
    }

    /** @return 0 if every decision could be replayed, 1 if some could not */
    int run(Reader decisions) throws IOException {
        var lines = new Lines(decisions);
        try (var processors = new ForkJoinPool()) {
            var batch = batch(lines);
            while (!batch.isEmpty()) {
                var asked = batch;
                var answers = processors.submit(
                        () -> asked.parallelStream().map(this::again).toList());
                // Read while the processors decide, or one of them would wait for every batch.
                batch = batch(lines);
                write(answers.join());
            }
        }
        print(new Summary(ruleBook, read, unreplayable, counts));
        if (out.checkError()) throw new IOException("the output cannot be written");
        counts.forEach((change, count) -> err.printf("rules: %,9d  %s%n", count, change));
        if (unreplayable > 0) err.printf("rules: %,9d  cannot be replayed 无法重算%n", unreplayable);
        return unreplayable > 0 ? Rules.FAULTS : Rules.DONE;
    }

    private static List<Lines.Line> batch(Lines lines) throws IOException {
        var batch = new ArrayList<Lines.Line>(BATCH);
        while (batch.size() < BATCH) {
            var line = lines.next();
            if (line.isEmpty()) break;
            batch.add(line.get());
        }
        return batch;
    }

    private void write(List<Again> answers) {
        for (var again : answers) {
            read++;
            if (read % LINES_BETWEEN_PROGRESS == 0) err.printf("rules: %,d decisions 条决定%n", read);
            if (again.failure() != null) {
                unreplayable++;
                print(again.failure());
                continue;
            }
            counts.merge(again.was() + " → " + again.now(), 1L, Long::sum);
            if (again.flip() != null) print(again.flip());
        }
    }

    private Again again(Lines.Line line) {
        if (line.tooLong()) return Again.failed(line, "is longer than any decision");
        try {
            var saved = Question.JSON.readTree(line.text());
            var was = saved.at("/decision/decision").asString("");
            var decision = law.review(Question.of(Question.saved(saved)));
            var now = decision.verdict().name();
            if (was.isEmpty()) throw Invalid.at("/decision/decision", "fact.wrong-value", "must be the verdict");
            return new Again(was, now, was.equals(now) ? null : flip(line, saved, was, now, decision.findings()), null);
        } catch (Invalid invalid) {
            return Again.failed(line, invalid.path() + " " + invalid.detail());
        } catch (JacksonException e) {
            return Again.failed(line, "is no saved decision: " + e.getOriginalMessage());
        }
    }

    private static Flip flip(Lines.Line line, JsonNode saved, String was, String now, List<Finding> findings) {
        var before = new TreeSet<String>();
        saved.at("/decision/findings")
                .forEach(finding -> before.add(finding.path("rule").asString("") + " "
                        + finding.path("outcome").asString("")));
        var after = new TreeSet<String>();
        findings.forEach(finding -> after.add(finding.rule() + " " + finding.outcome()));
        var gone = new TreeSet<>(before);
        gone.removeAll(after);
        after.removeAll(before);
        return new Flip(line.number(), saved.get("of"), was, now, List.copyOf(gone), List.copyOf(after));
    }

    private void print(Object line) {
        out.println(json.writeValueAsString(line));
    }

    private record Again(String was, String now, @Nullable Flip flip, @Nullable Failure failure) {

        static Again failed(Lines.Line line, String reason) {
            return new Again("", "", null, new Failure(line.number(), reason));
        }
    }

    /**
     * @param of what the decision was about, as it was saved
     * @param gone findings that the draft no longer makes
     * @param fresh findings that it makes anew
     */
    private record Flip(
            long line, @Nullable JsonNode of, String was, String now, List<String> gone, List<String> fresh) {}

    private record Failure(long line, String cannotBeReplayed) {}

    private record Summary(String ruleBook, long decisions, long unreplayable, Map<String, Long> counts) {

        Summary {
            counts = new LinkedHashMap<>(counts);
        }
    }
}
