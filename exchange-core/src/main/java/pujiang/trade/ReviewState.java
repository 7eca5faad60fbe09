package pujiang.trade;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Clearance.Lifting;
import pujiang.compliance.Decision;
import pujiang.compliance.DecisionUnderReview;
import pujiang.refusal.Refused;
import pujiang.trade.ReviewEvent.AnswerChanged;
import pujiang.trade.ReviewEvent.DocumentProvided;
import pujiang.trade.ReviewEvent.DocumentRequestWithdrawn;
import pujiang.trade.ReviewEvent.DocumentRequested;
import pujiang.trade.ReviewEvent.ExceptionGranted;
import pujiang.trade.ReviewEvent.ExceptionRevoked;
import pujiang.trade.ReviewEvent.ReviewClaimed;
import pujiang.trade.ReviewEvent.ReviewContinued;
import pujiang.trade.ReviewEvent.ReviewEscalated;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.ReviewEvent.ReviewReleased;
import pujiang.trade.ReviewEvent.ReviewSupported;
import pujiang.trade.ReviewEvent.UseStated;

/**
 * The progress of the review of a held order or delivery.
 *
 * @param due when it is escalated, or after that, when the trade lapses
 * @param claim the latest claim, if any
 * @param first the first of two officers to approve; null until then
 * @param lies the decision under review; null only until it is held
 */
record ReviewState(
        Instant due,
        boolean escalated,
        @Nullable Claim claim,
        @Nullable Lifting first,
        @Nullable DecisionUnderReview lies) {

    /** INVARIANT: a claim expires, so that an absent officer does not block others. */
    record Claim(String officer, Instant until) {}

    static ReviewState until(Instant due) {
        return new ReviewState(due, false, null, null, null);
    }

    static ReviewState of(Decision decision, Instant due) {
        return new ReviewState(due, false, null, null, DecisionUnderReview.of(decision));
    }

    ReviewState after(ReviewEvent event) {
        return switch (event) {
            case ReviewClaimed(var _, var officer, var end) -> claimed(new Claim(officer, end));
            case ReviewReleased _ -> claimed(null);
            case ReviewSupported(var _, var lifting, var decision) -> supported(lifting, decision);
            case ReviewContinued(var _, var decision) -> continued(decision);
            case AnswerChanged changed -> continued(changed.decision());
            case ReviewEscalated(var _, var end) -> escalatedUntil(end);
            case DocumentRequested _, DocumentRequestWithdrawn _, DocumentProvided _, UseStated _ -> this;
            case ReviewRejected _, ExceptionGranted _, ExceptionRevoked _ -> this;
        };
    }

    private ReviewState claimed(@Nullable Claim by) {
        return new ReviewState(due, escalated, by, first, lies);
    }

    /** The first of two has approved and no longer needs the claim. */
    private ReviewState supported(Lifting by, Decision on) {
        return new ReviewState(due, escalated, null, by, DecisionUnderReview.of(on));
    }

    /** The result or the facts have changed: earlier approvals were for another decision. */
    private ReviewState continued(Decision decision) {
        return new ReviewState(due, escalated, claim, null, DecisionUnderReview.of(decision));
    }

    private ReviewState escalatedUntil(Instant end) {
        return new ReviewState(end, true, claim, first, lies);
    }

    /** Whether this decision is the one under review. */
    boolean isAbout(Decision decision) {
        return lies != null && lies.isAbout(decision);
    }

    /**
     * Requires that the officer has read the decision under review.
     *
     * @param read digest of the decision that the officer has read
     * @throws Refused if another decision is under review
     */
    void mustHaveBeenRead(TradeId trade, String read) {
        if (lies != null && !lies.isNamed(read)) {
            throw new Refused(new TradeRefusal.AnotherAnswer(trade, read, lies.digest()));
        }
    }

    /** The claim in force at that moment. */
    Optional<Claim> claimAt(Instant now) {
        return Optional.ofNullable(claim).filter(held -> now.isBefore(held.until()));
    }

    Optional<Claim> claimOfAnother(String officer, Instant now) {
        return claimAt(now).filter(held -> !held.officer().equals(officer));
    }

    /** The claim that keeps this officer from deciding. A second approval needs none: it must be another officer's. */
    Optional<Claim> keepsOut(String officer, Instant now) {
        var second = first != null && !first.officer().equals(officer);
        return second ? Optional.empty() : claimOfAnother(officer, now);
    }
}
