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
 * An officer's approval of a held order or delivery. It is for what the officer has read and for nothing else: where the law
 * now answers otherwise, or on other facts, it lets nothing pass, and what others have said before counts no longer.
 */
record Approval(GateEffects passage, Held held, ReviewCommand.Approve command) {

    /**
     * What it comes to.
     *
     * @param open the law's answer as it is now, which leaves it to officers
     * @throws Refused if something impedes what it would let pass
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

    /** Whether this officer is the first of two; the second must be somebody else, who then answers for the clearance. */
    private boolean needsAnother(Decision open) {
        if (!passage.desk().fourEyes().needed(held.agreement(), open)) return false;
        var first = held.review().first();
        // Whose password was reset is nobody's word until somebody has confirmed whose it is now.
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
