package pujiang.trade;

import java.util.ArrayList;
import java.util.List;
import pujiang.compliance.Clearance;
import pujiang.compliance.Decision;
import pujiang.refusal.Refused;
import pujiang.refusal.SeparationOfDuties;
import pujiang.trade.GateEffects.Judged.Impeded;
import pujiang.trade.GateEffects.Judged.Open;
import pujiang.trade.GateEffects.Judged.Settled;
import pujiang.trade.ReviewEvent.AnswerChanged;
import pujiang.trade.ReviewEvent.ExceptionGranted;
import pujiang.trade.ReviewEvent.ReviewSupported;
import pujiang.trade.TradeState.Held;

/**
 * An officer's approval of a held order or delivery. It covers only the decision that the officer has read. If the
 * result or the facts have changed, it has no effect, and earlier approvals by other officers lapse.
 */
record Approval(GateEffects passage, Held held, ReviewCommand.Approve command) {

    /**
     * The events of this approval.
     *
     * @param open the present decision, which requires an officer
     * @throws Refused if another objection prevents the step
     */
    List<TradeEvent> of(Decision open) {
        var review = held.review();
        if (!review.isAbout(open)) return List.of(changed(review, open));
        if (needsAnother(open)) return List.of(new ReviewSupported(command.trade(), command.lifting(), open));
        return passed(open);
    }

    private TradeEvent changed(ReviewState review, Decision open) {
        var first = review.first();
        return new AnswerChanged(command.trade(), command.read(), first == null ? null : first.officer(), open);
    }

    /** Whether this is the first of two officers. The second must be another, who is named in the clearance. */
    private boolean needsAnother(Decision open) {
        if (!passage.desk().fourEyes().needed(held.agreement(), open)) return false;
        var first = held.review().first();
        // An account after a password reset counts for no person until its holder has been confirmed.
        if (first != null && command.frozen().contains(first.officer())) return true;
        if (first != null
                && SeparationOfDuties.SUPPORTS_AND_APPROVES.brokenBy(
                        first.officer(), command.lifting().officer())) {
            throw new Refused(new TradeRefusal.SecondOfficerNeeded(command.trade(), first.officer()));
        }
        return first == null;
    }

    private List<TradeEvent> passed(Decision open) {
        var by = command.lifting();
        var events = new ArrayList<TradeEvent>();
        switch (passage.through(held, open, Clearance.lifted(open, by))) {
            case Settled(var event) -> events.add(event);
            case Impeded(var _, var objection) -> throw new Refused(objection);
            case Open _ -> throw new IllegalStateException("an officer has lifted it");
        }
        command.exception()
                .map(wish -> Waiver.of(wish, open, by))
                .map(waiver -> ExceptionGranted.of(command.trade(), held.agreement(), waiver))
                .ifPresent(events::add);
        return events;
    }
}
