package pujiang.app.fsck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pujiang.app.fsck.Check.Label;

/** The counts and the damage of one check. */
public final class Findings {

    /** Every damage is counted; of each kind so many are named. */
    static final int MOST_NAMED = 200;

    private final Label label;
    private final Map<Subject, Long> counts = new LinkedHashMap<>();
    private final List<Damage> damages = new ArrayList<>();
    private long damaged;

    Findings(Label label) {
        this.label = label;
    }

    /** The label of a count, in both languages. */
    public record Subject(String english, String chinese) {}

    /** @param place what is damaged: an aggregate, a row */
    public record Damage(String place, String english, String chinese) {}

    public void looked(Subject at, long times) {
        counts.merge(at, times, Long::sum);
    }

    public void looked(Subject at) {
        looked(at, 1);
    }

    public void damage(String place, String english, String chinese) {
        damaged++;
        if (damages.size() < MOST_NAMED) damages.add(new Damage(place, english, chinese));
    }

    /** @param stored in place of {@code expected}, which the events say */
    void differs(String place, String what, String inChinese, Object stored, Object expected) {
        damage(
                place,
                "%s is %s and should be %s".formatted(what, stored, expected),
                "%s为 %s，应为 %s".formatted(inChinese, stored, expected));
    }

    Outcome outcome() {
        var counted = counts.entrySet().stream()
                .map(count -> new Outcome.Count(
                        count.getKey().english(), count.getKey().chinese(), count.getValue()))
                .toList();
        return new Outcome(label, counted, damaged, damages);
    }

    /**
     * The result of one check.
     *
     * @param damaged number of damaged places
     * @param damages the named ones, the first 200
     */
    public record Outcome(Label check, List<Count> counts, long damaged, List<Damage> damages) {

        public Outcome {
            counts = List.copyOf(counts);
            damages = List.copyOf(damages);
        }

        public record Count(String english, String chinese, long number) {}
    }
}
