package pujiang.host.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pujiang.app.decision.DecisionView;
import pujiang.app.evaluate.JsonLines;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.evaluate.Question;
import pujiang.app.json.TextInput;
import pujiang.app.trial.TrialFailed;
import pujiang.app.trial.TrialFaults;
import pujiang.app.trial.TrialLate;
import pujiang.app.trial.Trials;
import pujiang.compliance.ComplianceReview;
import pujiang.law.Draft;
import pujiang.law.LawReview;
import pujiang.law.LawTimeout;
import pujiang.law.RuleBook;
import pujiang.refusal.Invalid;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code evaluate [file]}: answers each line of facts with a line of decision, in the order of the input. A line that is
 * no question is answered with its error, and the others go on. Memory does not grow with the input. {@code evaluate
 * --verify decision.json} makes a saved decision again; with {@code --rules}, by the book of that folder.
 */
public final class Evaluate {

    /** Lines answered side by side before any of them is written. */
    private static final int BATCH = 512;

    private static final long LINES_BETWEEN_PROGRESS = 100 * BATCH;

    private static final int DONE = 0;
    private static final int SOME_LINES_FAILED = 1;
    private static final int CANNOT_RUN = 2;

    private final ComplianceReview law;
    private final JsonMapper json = new JsonMapper();
    private final PrintStream out;
    private final PrintStream err;
    private long answered;
    private long failed;

    Evaluate(ComplianceReview law, PrintStream out, PrintStream err) {
        this.law = law;
        this.out = out;
        this.err = err;
    }

    /**
     * Runs the command.
     *
     * @return 0 if every line was a question, 1 if some were not, 2 if nothing could be read
     */
    public static int run(List<String> arguments, InputStream standardInput, PrintStream out, PrintStream err) {
        if (arguments.size() == 2 && arguments.getFirst().equals("--verify")) {
            return new Reexecution(ownLaw(), Draft.kept(RuleBook.ownTexts()), out, err)
                    .verify(Path.of(arguments.getLast()));
        }
        if (arguments.size() == 4
                && arguments.getFirst().equals("--verify")
                && arguments.get(2).equals("--rules")) {
            return verify(Path.of(arguments.get(1)), Path.of(arguments.getLast()), out, err);
        }
        if (arguments.size() > 1 || arguments.stream().anyMatch(argument -> argument.startsWith("--"))) {
            err.println("usage 用法: evaluate [file.jsonl], or facts as JSON lines on standard input 或从标准输入读取; evaluate"
                    + " --verify decision.json [--rules folder]");
            return CANNOT_RUN;
        }
        try (var input = arguments.isEmpty() ? standardInput : Files.newInputStream(Path.of(arguments.getFirst()))) {
            return new Evaluate(ownLaw(), out, err).answer(input);
        } catch (NoSuchFileException missing) {
            err.println("evaluate: no such file 文件不存在: " + missing.getFile());
        } catch (IOException e) {
            err.println("evaluate: the input cannot be read 无法读取输入: " + TextInput.why(e));
        }
        return CANNOT_RUN;
    }

    /** By a book that is not the program's own: whatever judged, the exchange has kept. */
    private static int verify(Path decision, Path folder, PrintStream out, PrintStream err) {
        try {
            var draft = Draft.readKept(folder);
            var faults = draft.faults();
            faults.forEach(err::println);
            return faults.isEmpty() ? tried(draft, decision, out, err) : CANNOT_RUN;
        } catch (TrialFaults faults) {
            faults.faults().forEach(err::println);
        } catch (TrialLate | LawTimeout _) {
            err.println("evaluate: the rules timed out 规则执行超时: " + folder);
        } catch (TrialFailed failed) {
            err.println("evaluate: the rules could not be run 规则无法试算: " + failed.getMessage());
        } catch (IOException e) {
            err.println("evaluate: the rules cannot be read 无法读取规则: " + TextInput.why(e));
        }
        return CANNOT_RUN;
    }

    /** Nobody knows who wrote them, so they run in a process without rights. */
    private static int tried(Draft draft, Path decision, PrintStream out, PrintStream err) {
        try (var trials = new Trials(LawSettings.DEFAULT);
                var trial = trials.open(draft.texts())) {
            return new Reexecution(trial, draft, out, err).verify(decision);
        }
    }

    private static LawReview ownLaw() {
        return law(RuleBook.load());
    }

    /** A question that a book does not answer in time is left to an officer here as well. */
    private static LawReview law(RuleBook book) {
        return new LawReview(book, LawSettings.DEFAULT.limit());
    }

    int answer(InputStream input) throws IOException {
        var jsonLines = new JsonLines(TextInput.reader(input));
        var batch = new ArrayList<JsonLines.Line>(BATCH);
        for (var line = jsonLines.next(); line.isPresent(); line = jsonLines.next()) {
            batch.add(line.get());
            if (batch.size() == BATCH) write(batch);
        }
        write(batch);
        out.flush();
        if (failed > 0) err.printf("evaluate: %d of %d lines are invalid 行无效%n", failed, answered);
        return failed > 0 ? SOME_LINES_FAILED : DONE;
    }

    private void write(List<JsonLines.Line> batch) throws IOException {
        var answers = batch.parallelStream().map(this::answer).toList();
        for (var answer : answers) {
            out.write(answer.json().getBytes(StandardCharsets.UTF_8));
            out.write('\n');
            if (answer.failed()) failed++;
        }
        // A PrintStream swallows what goes wrong with the disk or the reader at its other end.
        if (out.checkError()) throw new IOException("the output cannot be written");
        answered += batch.size();
        batch.clear();
        tellProgress();
    }

    private Answer answer(JsonLines.Line line) {
        try {
            if (line.tooLong())
                throw Invalid.at(
                        "", "line.too-long", "exceeds the maximum line length of " + JsonLines.LONGEST + " characters");
            var decision = law.review(Question.read(line.text()));
            return new Answer(json.writeValueAsString(DecisionView.whole(decision)), false);
        } catch (Invalid invalid) {
            var error = new LineError(line.number(), invalid.path(), invalid.code(), invalid.detail());
            return new Answer(json.writeValueAsString(new Failure(error)), true);
        }
    }

    private void tellProgress() {
        if (answered % LINES_BETWEEN_PROGRESS == 0) err.printf("evaluate: %,d lines 行%n", answered);
    }

    private record Answer(String json, boolean failed) {}

    private record Failure(LineError error) {}

    /** @param at the fact, or the column, that is wrong */
    private record LineError(long line, String at, String code, String detail) {}
}
