package pujiang.watch;

import java.util.Map;
import java.util.TreeMap;
import pujiang.compliance.Decision;
import pujiang.compliance.Finding;
import pujiang.compliance.Outcome;
import pujiang.watch.WatchEvent.AfterwardsJudged;

/** What the law last said. */
sealed interface WatchState {

    record Unasked() implements WatchState {}

    record Judged(Map<String, Outcome> findings, String ruleBook) implements WatchState {}

    default WatchState after(WatchEvent event) {
        return switch (event) {
            case AfterwardsJudged(var _, var _, var decision) -> judged(decision);
        };
    }

    /** Whether the same rules find the same; that a day has passed is no news. */
    default boolean says(Decision decision) {
        return switch (this) {
            case Unasked _ -> false;
            case Judged judged -> judged.equals(judged(decision));
        };
    }

    private static Judged judged(Decision decision) {
        var findings = new TreeMap<String, Outcome>();
        for (Finding finding : decision.findings()) findings.put(finding.rule(), finding.outcome());
        return new Judged(Map.copyOf(findings), decision.ruleBook());
    }
}
