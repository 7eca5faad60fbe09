package pujiang.app.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.evaluate.Question;
import pujiang.app.trial.TrialAnswer;
import pujiang.app.trial.TrialLate;
import pujiang.compliance.Outcome;
import pujiang.compliance.ProposedExchange;
import pujiang.law.Draft;
import pujiang.law.DraftFault;
import pujiang.refusal.Invalid;

/**
 * The cases of a draft, in {@code cases.jsonl}: facts as for {@code evaluate}, with {@code rule} and its expected
 * result, an outcome or {@code silent}. Every rule of a changed file needs one case that fires and one that does not.
 */
final class DraftCases {

    static final String UNASKED = "is not asked";

    private static final String SILENT = "silent";

    /** Cases of one evaluation. */
    private static final int BATCH = 4;

    private final Function<List<ProposedExchange>, List<TrialAnswer>> draft;
    private final List<DraftFault> faults = new ArrayList<>();
    private final Set<String> fire = new TreeSet<>();
    private final Set<String> silent = new TreeSet<>();
    private final List<Case> batch = new ArrayList<>();

    private record Case(int line, String rule, String expected, ProposedExchange question) {}

    private DraftCases(Function<List<ProposedExchange>, List<TrialAnswer>> draft) {
        this.draft = draft;
    }

    /**
     * Missing and failed cases; evaluation stops when the time is over.
     *
     * @param draft answers questions, in their order
     */
    static List<DraftFault> faults(
            Function<List<ProposedExchange>, List<TrialAnswer>> draft,
            List<String> lines,
            Set<String> changed,
            LawSettings settings) {
        var cases = new DraftCases(draft);
        if (cases.hold(lines, settings)) cases.mustCover(changed);
        return cases.faults;
    }

    /** Whether all were evaluated. */
    private boolean hold(List<String> lines, LawSettings settings) {
        var all = settings.draft();
        long begun = all.nanoseconds().getAsLong();
        int line = 0;
        for (var text : lines) {
            line++;
            if (all.nanoseconds().getAsLong() - begun > all.most().toNanos()) return late(line, settings);
            if (!text.isBlank()) read(line, text);
            if (batch.size() == BATCH && !ask()) return late(line, settings);
        }
        return ask() || late(line, settings);
    }

    private boolean late(int line, LawSettings settings) {
        tell(line, UNASKED + ": those before it took longer than " + DraftTrial.seconds(settings.draftLimit()));
        return false;
    }

    private void mustCover(Set<String> changed) {
        for (var rule : changed) {
            if (!fire.contains(rule)) tell(0, rule + " was changed and has no case in which it fires");
            if (!silent.contains(rule)) tell(0, rule + " was changed and has no case in which it stays silent");
        }
    }

    private void read(int line, String text) {
        try {
            var stated = Question.object(text);
            var rule = String.valueOf(stated.remove("rule"));
            var expected = String.valueOf(stated.remove("expect"));
            batch.add(new Case(line, rule, expected, Question.of(stated)));
        } catch (Invalid invalid) {
            tell(line, invalid.path() + " " + invalid.detail());
        }
    }

    /** Whether there was time. */
    private boolean ask() {
        if (batch.isEmpty()) return true;
        try {
            var answers = draft.apply(batch.stream().map(Case::question).toList());
            for (int i = 0; i < batch.size(); i++) compare(batch.get(i), answers.get(i));
            batch.clear();
            return true;
        } catch (TrialLate _) {
            return false;
        }
    }

    private void compare(Case asked, TrialAnswer trialAnswer) {
        var found = trialAnswer.effects().stream()
                .filter(effect -> effect.rule().equals(asked.rule()))
                .map(effect -> effect.outcome().name())
                .findFirst()
                .orElse(SILENT);
        var expected = asked.expected();
        if (!isOutcome(expected)) {
            tell(asked.line(), "expects %s: neither an outcome nor silent".formatted(expected));
        } else if (!found.equals(expected)) {
            tell(asked.line(), "%s: %s, not %s".formatted(asked.rule(), found, expected));
        } else {
            (found.equals(SILENT) ? silent : fire).add(asked.rule());
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
