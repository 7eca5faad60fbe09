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
 * How far the review of a held order or delivery has come.
 *
 * @param due when it is escalated, or, if it has been, when the trade lapses
 * @param claim who works on it, as far as somebody has said so
 * @param first the officer who would let it pass, where two are needed; null until there is one
 * @param lies the law's answer that lies before them; null only until it is held
 */
record ReviewState(
        Instant due,
        boolean escalated,
        @Nullable Claim claim,
        @Nullable Lifting first,
        @Nullable DecisionUnderReview lies) {

    /** INVARIANT: it ends by itself, so that an absent officer keeps nobody out. */
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

    /** The first of two has done its part and needs the claim no longer. */
    private ReviewState supported(Lifting by, Decision on) {
        return new ReviewState(due, escalated, null, by, DecisionUnderReview.of(on));
    }

    /** The law answers otherwise, or on other facts: what an officer was for before is not what lies here now. */
    private ReviewState continued(Decision decision) {
        return new ReviewState(due, escalated, claim, null, DecisionUnderReview.of(decision));
    }

    private ReviewState escalatedUntil(Instant end) {
        return new ReviewState(end, true, claim, first, lies);
    }

    /** Whether this answer is the one that lies before the officers. */
    boolean isAbout(Decision decision) {
        return lies != null && lies.isAbout(decision);
    }

    /**
     * Nobody is for what it has not read.
     *
     * @param read digest of the answer that an officer has read
     * @throws Refused if another one lies here
     */
    void mustHaveBeenRead(TradeId trade, String read) {
        if (lies != null && !lies.isNamed(read)) {
            throw new Refused(new TradeRefusal.AnotherAnswer(trade, read, lies.digest()));
        }
    }

    /** Whose claim stands at that moment. */
    Optional<Claim> claimAt(Instant now) {
        return Optional.ofNullable(claim).filter(held -> now.isBefore(held.until()));
    }

    Optional<Claim> claimOfAnother(String officer, Instant now) {
        return claimAt(now).filter(held -> !held.officer().equals(officer));
    }

    /** Who keeps this officer from deciding. A second pair of eyes needs no claim: it must be another's anyway. */
    Optional<Claim> keepsOut(String officer, Instant now) {
        var second = first != null && !first.officer().equals(officer);
        return second ? Optional.empty() : claimOfAnother(officer, now);
    }
}
