package pujiang.watch;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import pujiang.compliance.Decision;
import pujiang.compliance.Finding;
import pujiang.compliance.Outcome;
import pujiang.watch.WatchEvent.AfterwardsJudged;
import pujiang.watch.WatchEvent.AfterwardsResolved;
import pujiang.watch.WatchEvent.IncidentReported;
import pujiang.watch.WatchEvent.PurposeChanged;

/** The last decision. */
sealed interface WatchState {

    record Unasked() implements WatchState {}

    /** @param open digest of the decision, while an officer must review it */
    record Judged(Answer answer, Optional<String> open) implements WatchState {}

    /** The date is left out. A change in known facts is included. */
    record Answer(Map<String, Outcome> findings, Set<String> missing, String ruleBook) {

        static Answer of(Decision decision) {
            var findings = new TreeMap<String, Outcome>();
            for (Finding finding : decision.findings()) findings.put(finding.rule(), finding.outcome());
            return new Answer(Map.copyOf(findings), Set.copyOf(decision.missing()), decision.ruleBook());
        }
    }

    default WatchState after(WatchEvent event) {
        return switch (event) {
            case AfterwardsJudged judged -> {
                var digest = judged.decision().digest();
                yield new Judged(
                        Answer.of(judged.decision()), judged.leavesOpen() ? Optional.of(digest) : Optional.empty());
            }
            case AfterwardsResolved _ -> resolved();
            case IncidentReported _, PurposeChanged _ -> this;
        };
    }

    /** Whether the same rules fire for lack of the same facts; a later date alone is no change. */
    default boolean says(Decision decision) {
        return switch (this) {
            case Unasked _ -> false;
            case Judged(var answer, var _) -> answer.equals(Answer.of(decision));
        };
    }

    /** Digest of the decision that an officer must review. */
    default Optional<String> open() {
        return switch (this) {
            case Unasked _ -> Optional.empty();
            case Judged(var _, var open) -> open;
        };
    }

    private WatchState resolved() {
        return switch (this) {
            case Unasked _ -> throw new IllegalStateException("nothing was asked");
            case Judged(var answer, var _) -> new Judged(answer, Optional.empty());
        };
    }
}
