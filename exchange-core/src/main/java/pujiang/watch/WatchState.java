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

/** What the law last said. */
sealed interface WatchState {

    record Unasked() implements WatchState {}

    /** @param open digest of the answer, while an officer must look at it */
    record Judged(Answer answer, Optional<String> open) implements WatchState {}

    /** That a day has passed is no part of it; that the law knows more, or less, than before is. */
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

    /** Whether the same rules find the same, for want of the same facts; that a day has passed is no news. */
    default boolean says(Decision decision) {
        return switch (this) {
            case Unasked _ -> false;
            case Judged(var answer, var _) -> answer.equals(Answer.of(decision));
        };
    }

    /** Digest of the answer that an officer must look at. */
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
