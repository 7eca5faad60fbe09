package pujiang.web.rulebook;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import pujiang.law.Draft;
import pujiang.law.DraftFault;
import pujiang.law.DraftFaults;
import pujiang.law.NotInTime;
import pujiang.law.RuleBook;
import pujiang.web.wiring.LawSettings;

/**
 * What comes of a draft: compiled only if the reader has found nothing, asked its cases only if it compiles, and refused if
 * either takes too long.
 */
record DraftTrial(BiFunction<Draft, Duration, Optional<RuleBook>> compiler, LawSettings settings) {

    /**
     * Tries one.
     *
     * @param inForce the files of the book that it is to replace
     * @throws NotInTime if other books keep the compiler busy, so that nothing can be said of this one
     */
    List<DraftFault> faults(Map<String, String> texts, Map<String, String> inForce) {
        var written = Draft.of(texts);
        try {
            var book = compiler.apply(written, settings.draftLimit());
            if (book.isEmpty()) return List.of(late(texts, inForce));
            var lines = texts.getOrDefault(Draft.CASES, "").lines().toList();
            return DraftCases.faults(book.get(), lines, written.changedSince(inForce), settings);
        } catch (DraftFaults found) {
            return found.faults();
        }
    }

    /** The book in force compiles in seconds, so it is what was changed that takes so long: if that is one file, this one. */
    private DraftFault late(Map<String, String> texts, Map<String, String> inForce) {
        var changed = new ArrayList<String>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".drl") && !text.equals(inForce.get(file))) changed.add(file);
        });
        var file = changed.size() == 1 ? changed.getFirst() : ".";
        var what = "does not compile within %s: fewer rules, or shorter conditions, do"
                .formatted(seconds(settings.draftLimit()));
        return new DraftFault(file, 0, what);
    }

    /** As people write it. */
    static String seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }
}
