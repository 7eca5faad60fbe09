package pujiang.web.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pujiang.compliance.Outcome;
import pujiang.law.Draft;
import pujiang.law.DraftFault;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;
import pujiang.law.TimeLimit;
import pujiang.refusal.Invalid;
import pujiang.web.evaluate.Question;
import pujiang.web.wiring.LawSettings;

/**
 * The cases that come with a draft, in {@code cases.jsonl}: facts as for {@code evaluate}, with {@code rule} and what is
 * expected of it, an outcome or {@code silent}. Every rule of a file that was changed needs one that fires and one that
 * stays silent.
 */
final class DraftCases {

    private static final String SILENT = "silent";

    private final LawReview law;
    private final List<DraftFault> faults = new ArrayList<>();
    private final Set<String> fire = new TreeSet<>();
    private final Set<String> silent = new TreeSet<>();

    private DraftCases(RuleBook book, TimeLimit limit) {
        this.law = new LawReview(book, limit);
    }

    /** Which cases are missing or do not hold; no more are asked when their time is over. */
    static List<DraftFault> faults(RuleBook book, List<String> lines, Set<String> changed, LawSettings settings) {
        var all = settings.draft();
        long begun = all.nanoseconds().getAsLong();
        var cases = new DraftCases(book, settings.limit());
        int line = 0;
        for (var text : lines) {
            line++;
            if (all.nanoseconds().getAsLong() - begun > all.most().toNanos()) {
                cases.tell(line, "is not asked: those before it took longer than " + DraftTrial.seconds(all.most()));
                return cases.faults;
            }
            if (!text.isBlank()) cases.check(line, text);
        }
        for (var rule : changed) {
            if (!cases.fire.contains(rule)) cases.tell(0, rule + " was changed and has no case in which it fires");
            if (!cases.silent.contains(rule)) {
                cases.tell(0, rule + " was changed and has no case in which it stays silent");
            }
        }
        return cases.faults;
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
        faults.add(new DraftFault(Draft.CASES, line, what));
    }
}
