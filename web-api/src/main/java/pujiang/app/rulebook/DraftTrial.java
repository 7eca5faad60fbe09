package pujiang.app.rulebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pujiang.app.evaluate.LawSettings;
import pujiang.app.trial.Trial;
import pujiang.app.trial.TrialFailed;
import pujiang.app.trial.TrialFaults;
import pujiang.app.trial.TrialLate;
import pujiang.app.trial.TrialLost;
import pujiang.app.trial.Trials;
import pujiang.law.Draft;
import pujiang.law.DraftFault;
import pujiang.law.LawTimeout;
import pujiang.refusal.Refused;

/**
 * The result of a draft: compiled only if the reader finds no error, its cases evaluated only if it compiles, both in a
 * separate process. Refused if either takes too long or exceeds the limits of a trial. Effects of the machine on that
 * process do not count as errors of the draft.
 */
record DraftTrial(Trials trials, LawSettings settings) {

    private static final String UNTRIED = "cannot be tried: ";
    private static final String LATE = "does not compile within ";

    /**
     * Whether more time, more memory or another machine might change the result, so that the same draft is tried again.
     */
    static boolean mayPass(DraftFault fault) {
        return fault.what().startsWith(UNTRIED)
                || fault.what().startsWith(LATE)
                || fault.what().startsWith(DraftCases.UNASKED);
    }

    /**
     * Tries one.
     *
     * @param inForce the files of the book that it is to replace
     * @throws Refused if the machine does not try it
     * @throws LawTimeout if others are being tried, so that there is no result
     */
    List<DraftFault> faults(Map<String, String> texts, Map<String, String> inForce) {
        var written = Draft.of(texts);
        var read = written.faults();
        if (!read.isEmpty()) return read;
        try {
            return asked(trials.open(texts), texts, written.changedSince(inForce));
        } catch (TrialFaults found) {
            return found.faults();
        } catch (TrialLate _) {
            return List.of(late(texts, inForce));
        } catch (TrialLost lost) {
            throw trials.refused(lost);
        } catch (TrialFailed failed) {
            trials.mustGoOn();
            return List.of(fault(texts, inForce, UNTRIED + failed.getMessage()));
        }
    }

    /** A draft without errors will be replayed next, so its process is kept for that. */
    private List<DraftFault> asked(Trial trial, Map<String, String> texts, Set<String> changed) {
        boolean kept = false;
        try {
            var lines = texts.getOrDefault(Draft.CASES, "").lines().toList();
            var faults = DraftCases.faults(trial::ask, lines, changed, settings);
            kept = faults.isEmpty();
            if (kept) trials.keep(trial);
            return faults;
        } finally {
            if (!kept) trial.close();
        }
    }

    private DraftFault late(Map<String, String> texts, Map<String, String> inForce) {
        var limit = seconds(settings.draftLimit());
        return fault(texts, inForce, LATE + limit + ": fewer rules, or shorter conditions, do");
    }

    /** The book in force compiles in seconds, so the change is the cause: if that is one file, this one. */
    private static DraftFault fault(Map<String, String> texts, Map<String, String> inForce, String what) {
        var changed = new ArrayList<String>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".drl") && !text.equals(inForce.get(file))) changed.add(file);
        });
        return new DraftFault(changed.size() == 1 ? changed.getFirst() : ".", 0, what);
    }

    /** As people write it. */
    static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
