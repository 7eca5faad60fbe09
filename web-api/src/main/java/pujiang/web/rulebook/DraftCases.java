package pujiang.web.rulebook;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pujiang.compliance.Outcome;
import pujiang.law.Draft;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;
import pujiang.refusal.Invalid;
import pujiang.web.evaluate.Question;
import pujiang.web.wiring.LawSettings;

/**
 * The cases that come with a draft, in {@code cases.jsonl}: facts as for {@code evaluate}, with {@code rule} and what is
 * expected of it, an outcome or {@code silent}. Every rule of a file that was changed needs one that fires and one that
 * stays silent.
 */
final class DraftCases {

    private static final String FILE = Draft.CASES;
    private static final String SILENT = "silent";

    private final LawReview law;
    private final PrintStream out;
    private final Set<String> fire = new TreeSet<>();
    private final Set<String> silent = new TreeSet<>();
    private int failed;

    DraftCases(RuleBook book, PrintStream out) {
        this.law = new LawReview(book, LawSettings.DEFAULT.limit());
        this.out = out;
    }

    /** @return how many cases are missing or do not hold; each is told */
    int check(Path folder, Set<String> changed) throws IOException {
        int line = 0;
        for (var text : lines(folder.resolve(FILE))) {
            line++;
            if (!text.isBlank()) check(line, text);
        }
        for (var rule : changed) {
            if (!fire.contains(rule)) tell(0, rule + " was changed and has no case in which it fires");
            if (!silent.contains(rule)) tell(0, rule + " was changed and has no case in which it stays silent");
        }
        return failed;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : new ArrayList<>();
    }

    private void check(int line, String text) {
        try {
            var stated = Question.object(text);
            var rule = String.valueOf(stated.remove("rule"));
            var expected = String.valueOf(stated.remove("expect"));
            var effect = law.review(Question.of(stated)).findings().stream()
                    .filter(finding -> finding.rule().equals(rule))
                    .findFirst();
            var found = effect.map(finding -> finding.outcome().name()).orElse(SILENT);
            if (!isOutcome(expected)) tell(line, "expects %s: neither an outcome nor silent".formatted(expected));
            else if (!found.equals(expected)) tell(line, "%s: %s, not %s".formatted(rule, found, expected));
            else (found.equals(SILENT) ? silent : fire).add(rule);
        } catch (Invalid invalid) {
            tell(line, invalid.path() + " " + invalid.detail());
        }
    }

    private static boolean isOutcome(String expected) {
        return expected.equals(SILENT)
                || List.of(Outcome.values()).stream()
                        .anyMatch(outcome -> outcome.name().equals(expected));
    }

    private void tell(int line, String what) {
        failed++;
        out.println(line == 0 ? FILE + ": " + what : FILE + ":" + line + ": " + what);
    }
}
