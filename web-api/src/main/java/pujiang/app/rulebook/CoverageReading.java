package pujiang.app.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.app.evaluate.JsonLines;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.evaluate.Question;
import pujiang.app.json.Misread;
import pujiang.app.rulebook.CoverageView.RuleCoverage;
import pujiang.app.rulebook.CoverageView.Witnessed;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;
import pujiang.refusal.Invalid;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Counts a file of decisions. Out come JSON lines: each that cannot be read, then each rule, each pair, and the sums. */
final class CoverageReading {

    private static final int BATCH = 4_096;
    private static final int LINES_BETWEEN_PROGRESS = 25 * BATCH;

    private final Coverage coverage = new Coverage(new LawReview(RuleBook.load(), LawSettings.DEFAULT.limit()));
    private final JsonMapper json = new JsonMapper();
    private final PrintStream out;
    private final PrintStream err;
    private long read;
    private long unreadable;

    CoverageReading(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** @return 0 if every decision was counted, 1 if some could not be read */
    int run(Reader decisions) throws IOException {
        var jsonLines = new JsonLines(decisions);
        var batch = new ArrayList<JsonLines.Line>(BATCH);
        for (var line = jsonLines.next(); line.isPresent(); line = jsonLines.next()) {
            read++;
            batch.add(line.get());
            if (batch.size() == BATCH) count(batch);
        }
        count(batch);
        tell(coverage.view());
        if (out.checkError()) throw new IOException("the output cannot be written");
        return unreadable > 0 ? Rules.FAULTS : Rules.DONE;
    }

    private void count(List<JsonLines.Line> batch) {
        for (var line : batch.parallelStream().map(CoverageReading::read).toList()) {
            if (line.judged() != null) coverage.add(line.judged());
            if (line.failure() == null) continue;
            unreadable++;
            print(line.failure());
        }
        batch.clear();
        if (read % LINES_BETWEEN_PROGRESS == 0) err.printf("rules: %,d decisions 条判定记录%n", read);
    }

    private static Read read(JsonLines.Line line) {
        if (line.tooLong()) return failed(line, "exceeds the maximum line length");
        try {
            return new Read(CoverageInput.saved(Question.JSON.readTree(line.text())), null);
        } catch (Invalid invalid) {
            return failed(line, invalid.path() + " " + invalid.detail());
        } catch (JacksonException e) {
            return failed(line, "is not a saved decision: " + Misread.why(e));
        }
    }

    private static Read failed(JsonLines.Line line, String why) {
        return new Read(null, new Failure(line.number(), why));
    }

    private void tell(CoverageView told) {
        for (var instrument : told.instruments()) {
            instrument.rules().forEach(rule -> print(new RuleLine(instrument.instrument(), rule)));
        }
        told.contradictions().forEach(pair -> print(new PairLine(pair)));
        print(new Summary(
                told.ruleBook(),
                told.decisions(),
                unreadable,
                told.unanswered(),
                told.underOtherBooks(),
                told.neverAsked(),
                told.neverFired(),
                told.alwaysFired(),
                told.alwaysFrom(),
                told.contradictions().size(),
                told.strangers()));
        err.printf("rules: %,9d  never evaluated 从未适用%n", told.neverAsked().size());
        err.printf("rules: %,9d  never fired 从未触发%n", told.neverFired().size());
        err.printf("rules: %,9d  always fired 总是触发%n", told.alwaysFired().size());
        err.printf("rules: %,9d  contradictions 相互矛盾%n", told.contradictions().size());
        if (unreadable > 0) err.printf("rules: %,9d  lines cannot be read 无法读取%n", unreadable);
    }

    private void print(Object line) {
        out.println(json.writeValueAsString(line));
    }

    private record Read(@Nullable CoverageInput judged, @Nullable Failure failure) {}

    private record RuleLine(String instrument, RuleCoverage rule) {}

    private record PairLine(Witnessed contradiction) {}

    private record Failure(long line, String cannotBeRead) {}

    private record Summary(
            String ruleBook,
            long decisions,
            long unreadable,
            long unanswered,
            long underOtherBooks,
            List<String> neverAsked,
            List<String> neverFired,
            List<String> alwaysFired,
            int alwaysFrom,
            int contradictions,
            Map<String, Long> strangers) {}
}
