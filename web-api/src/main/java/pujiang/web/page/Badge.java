package pujiang.web.page;

import java.util.Map;
import java.util.Objects;
import pujiang.app.clock.ClockView;
import pujiang.app.fsck.FsckRun;
import pujiang.app.job.JobView;
import pujiang.app.rulebook.RuleDraftView;
import pujiang.app.trade.ExceptionView;
import pujiang.app.trade.TradeView;
import pujiang.compliance.Outcome;
import pujiang.compliance.Verdict;
import pujiang.settlement.BankBooking;
import pujiang.trade.Paper;
import pujiang.trade.Risk;

/**
 * A state or an answer as it is shown.
 *
 * @param text key of its words
 * @param tone good, wait, bad or plain
 */
record Badge(String text, String tone) {

    /** What the law left to an officer, who let it pass. */
    static final Badge LIFTED = new Badge("verdict.LIFTED", "good");

    /** What the law left to an officer, and what does not wait any more, whatever came of it. */
    static final Badge REVIEWED = new Badge("verdict.REVIEWED", "plain");

    /** Every state and outcome that the boards write. */
    static final Map<String, String> TONES = Map.ofEntries(
            Map.entry("state.applied", "wait"),
            Map.entry("state.active", "good"),
            Map.entry("state.suspended", "bad"),
            Map.entry("state.held", "wait"),
            Map.entry("state.published", "good"),
            Map.entry("state.withdrawn", "plain"),
            Map.entry("state.ended", "plain"),
            Map.entry("state.refused", "bad"),
            Map.entry("state.rejected", "bad"),
            Map.entry("state.lapsed", "plain"),
            Map.entry("state.requested", "wait"),
            Map.entry("state.agreed", "wait"),
            Map.entry("state.delivery-held", "wait"),
            Map.entry("state.delivered", "wait"),
            Map.entry("state.disputed", "bad"),
            Map.entry("state.completed", "good"),
            Map.entry("state.terminated", "plain"),
            Map.entry("state.staged", "wait"),
            Map.entry("state.confirmed", "wait"),
            Map.entry("state.dropped", "plain"),
            Map.entry("state.open", "wait"),
            Map.entry("state.proven", "wait"),
            Map.entry("state.breached", "bad"),
            Map.entry("state.discharged", "good"),
            Map.entry("draft.in-force", "good"),
            Map.entry("draft.faulty", "bad"),
            Map.entry("draft.sound", "wait"),
            Map.entry("risk.SEVERE", "bad"),
            Map.entry("risk.HIGH", "bad"),
            Map.entry("risk.RAISED", "wait"),
            Map.entry("risk.ORDINARY", "plain"),
            Map.entry("exception.REVOKED", "bad"),
            Map.entry("exception.ENDED", "plain"),
            Map.entry("exception.NOT_NEEDED", "plain"),
            Map.entry("exception.EXPIRING", "wait"),
            Map.entry("exception.IN_FORCE", "good"),
            Map.entry("job.IDLE", "plain"),
            Map.entry("job.RUNNING", "good"),
            Map.entry("job.OVERLONG", "bad"),
            Map.entry("job.FAILING", "bad"),
            Map.entry("job.LATE", "wait"),
            Map.entry("clock.believed", "good"),
            Map.entry("clock.jumped", "bad"),
            Map.entry("clock.database-differs", "bad"),
            Map.entry("clock.went-back", "bad"),
            Map.entry("clock.long-absence", "wait"),
            Map.entry("booking.pending", "wait"),
            Map.entry("booking.booked", "good"),
            Map.entry("booking.rejected", "bad"),
            Map.entry("booking.withdrawn", "plain"),
            Map.entry("booking.expired", "plain"),
            Map.entry("fsck.running", "wait"),
            Map.entry("fsck.clean", "good"),
            Map.entry("fsck.damaged", "bad"),
            Map.entry("fsck.failed", "bad"),
            Map.entry("fsck.interrupted", "wait"),
            Map.entry("paper.OPEN", "wait"),
            Map.entry("paper.PROVIDED", "good"),
            Map.entry("paper.WITHDRAWN", "plain"),
            Map.entry("paper.CLOSED", "plain"),
            Map.entry("outcome.refused", "bad"),
            Map.entry("outcome.rejected", "bad"),
            Map.entry("outcome.cancelled", "plain"),
            Map.entry("outcome.lapsed", "plain"),
            Map.entry("outcome.rescinded", "bad"));

    static Badge state(String state) {
        return of("state." + state);
    }

    /** A trade that ended without success says how. */
    static Badge of(TradeView trade) {
        return trade.state().equals("terminated") ? of("outcome." + trade.outcome()) : state(trade.state());
    }

    static Badge of(RuleDraftView draft) {
        if (draft.inForce()) return of("draft.in-force");
        return of(draft.faults().isEmpty() ? "draft.sound" : "draft.faulty");
    }

    static Badge of(Risk.Level level) {
        return of("risk." + level);
    }

    static Badge of(ExceptionView.State state) {
        return of("exception." + state);
    }

    static Badge of(JobView.State state) {
        return of("job." + state);
    }

    static Badge of(ClockView clock) {
        return of("clock." + (clock.doubt() == null ? "believed" : clock.doubt()));
    }

    static Badge of(BankBooking booking) {
        return of("booking." + booking.state());
    }

    static Badge of(FsckRun run) {
        return of("fsck." + run.state());
    }

    static Badge of(Paper.Status status) {
        return of("paper." + status);
    }

    static Badge of(Verdict verdict) {
        var tone =
                switch (verdict) {
                    case ALLOW -> "good";
                    case ALLOW_WITH_OBLIGATIONS, REQUIRE_REVIEW -> "wait";
                    case DENY -> "bad";
                };
        return new Badge("verdict." + verdict, tone);
    }

    static Badge of(Outcome outcome) {
        var tone =
                switch (outcome) {
                    case RELIEF -> "good";
                    case NOTICE -> "plain";
                    case OBLIGATION, REQUIRE_REVIEW -> "wait";
                    case DENY -> "bad";
                };
        return new Badge("outcome." + outcome, tone);
    }

    private static Badge of(String key) {
        return new Badge(key, Objects.requireNonNull(TONES.get(key), key));
    }
}
