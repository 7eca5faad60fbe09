package pujiang.web.decision;

import pujiang.compliance.Outcome;
import pujiang.compliance.Verdict;
import pujiang.web.page.Badge;

/** Badges of decisions and of their results. */
public final class DecisionBadges {

    /** What the law left to an officer, who let it pass. */
    public static final Badge LIFTED = Badge.good("verdict.LIFTED");

    /** What the law left to an officer, and what does not wait any more, whatever came of it. */
    public static final Badge REVIEWED = Badge.plain("verdict.REVIEWED");

    private DecisionBadges() {}

    public static Badge of(Verdict verdict) {
        var text = "verdict." + verdict;
        return switch (verdict) {
            case ALLOW -> Badge.good(text);
            case ALLOW_WITH_OBLIGATIONS, REQUIRE_REVIEW -> Badge.waits(text);
            case DENY -> Badge.bad(text);
        };
    }

    public static Badge of(Outcome outcome) {
        var text = "outcome." + outcome;
        return switch (outcome) {
            case RELIEF -> Badge.good(text);
            case NOTICE -> Badge.plain(text);
            case OBLIGATION, REQUIRE_REVIEW -> Badge.waits(text);
            case DENY -> Badge.bad(text);
        };
    }
}
