package pujiang.app.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import pujiang.app.evaluate.JsonLines;
import pujiang.app.evaluate.Question;
import pujiang.app.json.Misread;
import pujiang.app.trial.Trial;
import pujiang.app.trial.TrialAnswer;
import pujiang.compliance.ProposedExchange;
import pujiang.refusal.Invalid;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Decisions of the past under a draft. Out come JSON lines: each decision that would fall otherwise, each that cannot be
 * replayed with the reason, and at the end the counts. Memory does not grow with the input.
 */
final class Replay {

    private static final int LINES_BETWEEN_PROGRESS = 50_000;

    private final Trial draft;
    private final JsonMapper json = new JsonMapper();
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, Long> counts = new TreeMap<>();
    private long read;
    private long unreplayable;

    Replay(Trial draft, PrintStream out, PrintStream err) {
        this.draft = draft;
        this.out = out;
        this.err = err;
    }

    /** @return 0 if every decision could be replayed, 1 if some could not */
    int run(Reader decisions) throws IOException {
        var jsonLines = new JsonLines(decisions);
        try (var reader = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())) {
            var batch = batch(jsonLines);
            while (!batch.isEmpty()) {
                // Read while the draft decides, or each would wait for the other.
                var next = reader.submit(() -> batch(jsonLines));
                answer(batch);
                batch = next.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException("the decisions cannot be read", e);
        }
        print(new Summary(draft.digest(), read, unreplayable, counts));
        if (out.checkError()) throw new IOException("the output cannot be written");
        counts.forEach((change, count) -> err.printf("rules: %,9d  %s%n", count, change));
        if (unreplayable > 0) err.printf("rules: %,9d  not replayed 未能试算%n", unreplayable);
        return unreplayable > 0 ? Rules.FAULTS : Rules.DONE;
    }

    private static List<Saved> batch(JsonLines jsonLines) throws IOException {
        var batch = new ArrayList<Saved>(Trial.MOST_AT_ONCE);
        while (batch.size() < Trial.MOST_AT_ONCE) {
            var line = jsonLines.next();
            if (line.isEmpty()) break;
            batch.add(Saved.read(line.get()));
        }
        return batch;
    }

    private void answer(List<Saved> batch) {
        var answers = draft.ask(batch.stream()
                        .map(Saved::question)
                        .filter(Objects::nonNull)
                        .toList())
                .iterator();
        for (var saved : batch) {
            read++;
            if (read % LINES_BETWEEN_PROGRESS == 0) err.printf("rules: %,d decisions 条判定记录%n", read);
            if (saved.question() == null) {
                unreplayable++;
                print(new Failure(saved.line(), saved.failure()));
            } else {
                compare(saved, answers.next());
            }
        }
    }

    private void compare(Saved saved, TrialAnswer trialAnswer) {
        var now = trialAnswer.verdict().name();
        counts.merge(saved.was() + " → " + now, 1L, Long::sum);
        if (!saved.was().equals(now)) print(flip(saved, trialAnswer, now));
    }

    private static Flip flip(Saved saved, TrialAnswer trialAnswer, String now) {
        var before = new TreeSet<String>();
        saved.content()
                .at("/decision/findings")
                .forEach(finding -> before.add(finding.path("rule").asString("") + " "
                        + finding.path("outcome").asString("")));
        var after = new TreeSet<String>();
        trialAnswer.effects().forEach(effect -> after.add(effect.rule() + " " + effect.outcome()));
        var gone = new TreeSet<>(before);
        gone.removeAll(after);
        after.removeAll(before);
        return new Flip(
                saved.line(), saved.content().get("of"), saved.was(), now, List.copyOf(gone), List.copyOf(after));
    }

    private void print(Object line) {
        out.println(json.writeValueAsString(line));
    }

    /**
     * A line of the past.
     *
     * @param question null where the line has none, and the failure has the reason
     */
    private record Saved(long line, JsonNode content, String was, @Nullable ProposedExchange question, String failure) {

        static Saved read(JsonLines.Line line) {
            if (line.tooLong()) return failed(line, "exceeds the maximum line length");
            try {
                var saved = Question.JSON.readTree(line.text());
                var was = saved.at("/decision/decision").asString("");
                var question = Question.of(Question.saved(saved));
                if (was.isEmpty()) throw Invalid.at("/decision/decision", "fact.wrong-value", "must be the verdict");
                return new Saved(line.number(), saved, was, question, "");
            } catch (Invalid invalid) {
                return failed(line, invalid.path() + " " + invalid.detail());
            } catch (JacksonException e) {
                return failed(line, "is not a saved decision: " + Misread.why(e));
            }
        }

        private static Saved failed(JsonLines.Line line, String reason) {
            return new Saved(line.number(), MissingNode.getInstance(), "", null, reason);
        }
    }

    /**
     * @param of the subject of the decision, as it was saved
     * @param gone findings that the draft no longer makes
     * @param fresh findings that only the draft makes
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
