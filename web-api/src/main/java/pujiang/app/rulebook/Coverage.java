package pujiang.app.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pujiang.app.rulebook.CoverageView.InstrumentCoverage;
import pujiang.app.rulebook.CoverageView.RuleCoverage;
import pujiang.app.rulebook.CoverageView.Witnessed;
import pujiang.compliance.Outcome;
import pujiang.law.Contradiction;
import pujiang.law.Contradictions;
import pujiang.law.LawReview;
import pujiang.law.Rule;
import pujiang.law.RuleBook;

/**
 * The rules that past decisions evaluated, and those of them that fired. Memory grows with the rule book and not with
 * the decisions. For one thread at a time.
 */
final class Coverage {

    /** Fewer firings without a silence may be chance. */
    static final int ALWAYS_FROM = 20;

    /** The same findings were tried on so many decisions; more would seldom show more. */
    private static final int TRIES = 3;

    private static final int MOST_CONSTELLATIONS = 2_000;
    private static final int MOST_STRANGERS = 1_000;

    private final RuleBook book;
    private final Contradictions contradictions;
    private final Map<Rule, Count> counts = new LinkedHashMap<>();
    private final Map<String, Long> strangers = new TreeMap<>();
    private final Map<List<String>, Integer> tries = new HashMap<>();
    private final Map<List<String>, Witnessed> found = new TreeMap<>(Coverage::inOrder);
    private long decisions;
    private long unanswered;
    private long underOtherBooks;

    Coverage(LawReview law) {
        this.book = law.book();
        this.contradictions = new Contradictions(law);
        book.rules().forEach(rule -> counts.put(rule, new Count()));
    }

    String ruleBook() {
        return book.digest();
    }

    void add(CoverageInput coverageInput) {
        decisions++;
        if (coverageInput.isUnanswered()) {
            unanswered++;
            return;
        }
        if (!coverageInput.ruleBook().equals(book.digest())) underOtherBooks++;
        var unknown = new ArrayList<>(coverageInput.fired().keySet());
        counts.forEach((rule, count) -> {
            if (!isAsked(rule, coverageInput)) return;
            count.asked(
                    coverageInput.fired().get(rule.id()),
                    coverageInput.question().on());
            unknown.remove(rule.id());
        });
        for (var rule : unknown) {
            if (strangers.size() < MOST_STRANGERS || strangers.containsKey(rule)) strangers.merge(rule, 1L, Long::sum);
        }
        lookForContradictions(coverageInput);
    }

    private static boolean isAsked(Rule rule, CoverageInput coverageInput) {
        return rule.gates().contains(coverageInput.question().gate())
                && rule.isInForceOn(coverageInput.question().on());
    }

    private void lookForContradictions(CoverageInput coverageInput) {
        var objecting = coverageInput.objecting();
        if (objecting.isEmpty()) return;
        if (tries.size() >= MOST_CONSTELLATIONS && !tries.containsKey(objecting)) return;
        if (tries.merge(objecting, 1, Integer::sum) > TRIES) return;
        for (var pair : contradictions.on(coverageInput.question())) {
            found.putIfAbsent(
                    key(pair),
                    new Witnessed(
                            pair,
                            coverageInput.of(),
                            coverageInput.question().gate(),
                            coverageInput.question().on()));
        }
    }

    /** A pair found from both sides is reported once. */
    private static List<String> key(Contradiction pair) {
        var rules = new ArrayList<>(List.of(pair.one(), pair.other()));
        if (pair.kind() == Contradiction.Kind.EITHER_OBJECTS) rules.sort(String::compareTo);
        return List.of(
                rules.getFirst(), rules.getLast(), pair.fact(), pair.kind().name());
    }

    private static int inOrder(List<String> one, List<String> other) {
        return String.join("\0", one).compareTo(String.join("\0", other));
    }

    CoverageView view() {
        var instruments = new LinkedHashMap<String, InstrumentCoverage>();
        counts.forEach((rule, count) -> instruments
                .computeIfAbsent(
                        rule.instrument().folder(),
                        folder ->
                                new InstrumentCoverage(folder, rule.instrument().name(), new ArrayList<>()))
                .rules()
                .add(count.of(rule)));
        var rules = instruments.values().stream()
                .flatMap(instrument -> instrument.rules().stream())
                .toList();
        return new CoverageView(
                book.digest(),
                decisions,
                unanswered,
                underOtherBooks,
                List.copyOf(instruments.values()),
                rules.stream()
                        .filter(rule -> rule.asked() == 0)
                        .map(RuleCoverage::name)
                        .toList(),
                rules.stream()
                        .filter(RuleCoverage::neverFired)
                        .map(RuleCoverage::name)
                        .toList(),
                rules.stream()
                        .filter(RuleCoverage::alwaysFired)
                        .map(RuleCoverage::name)
                        .toList(),
                ALWAYS_FROM,
                List.copyOf(found.values()),
                Map.copyOf(strangers));
    }

    /** Of one version of a rule. */
    private static final class Count {

        private final Map<Outcome, Long> fired = new EnumMap<>(Outcome.class);
        private long asked;
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        void asked(@Nullable Outcome effect, LocalDate on) {
            asked++;
            if (effect == null) return;
            fired.merge(effect, 1L, Long::sum);
            if (first == null || on.isBefore(first)) first = on;
            if (last == null || on.isAfter(last)) last = on;
        }

        RuleCoverage of(Rule rule) {
            return new RuleCoverage(
                    rule.id(),
                    rule.title(),
                    rule.article(),
                    rule.gates(),
                    rule.from(),
                    rule.to(),
                    asked,
                    fired.values().stream().mapToLong(Long::longValue).sum(),
                    new EnumMap<>(fired),
                    first,
                    last);
        }
    }
}
