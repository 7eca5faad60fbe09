package pujiang.app.obligation;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.compliance.Decision;
import pujiang.obligation.Duty;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationCommand.DischargeObligation;
import pujiang.obligation.ObligationCommand.IncurObligation;
import pujiang.obligation.ObligationEvent.Ground;
import pujiang.obligation.ResponsibleParty.Side;

/**
 * Opens new obligations and closes those no longer found, with the exchange as actor. INVARIANT: an obligation is
 * closed by its source or by a proof, and never by findings on another trade, listing or party.
 */
@Component
class ObligationOpener {

    private final Commands commands;
    private final RulesByGate rules;
    private final ObligationBoard board;
    private final FinderBoard finders;

    ObligationOpener(Commands commands, RulesByGate rules, ObligationBoard board, FinderBoard finders) {
        this.commands = commands;
        this.rules = rules;
        this.board = board;
        this.finders = finders;
    }

    void open(List<Duty> duties) {
        for (var duty : duties) commands.send(new IncurObligation(duty), Commands.EXCHANGE);
    }

    /** Obligations of the exchange as a whole may have other sources as well. */
    void open(List<Duty> duties, Finder finder) {
        open(duties);
        duties.stream()
                .filter(duty -> duty.kind() == Kind.STANDING && duty.bearer().side() == Side.EXCHANGE)
                .forEach(duty -> finders.found(duty.id(), finder));
    }

    /**
     * Closes obligations of rules at the decision's gate that this decision no longer finds, with whatever outcome.
     *
     * @param of obligations opened by decisions on the same matter
     */
    void closeWhatIsNotIn(Decision decision, List<ObligationView> of) {
        notIn(decision, of).forEach(each -> close(each, Ground.NO_LONGER_FOUND, decision.digest()));
    }

    /** Closes obligations of the exchange as a whole that no source finds any longer, without this one. */
    void closeWhatIsNotIn(Decision decision, Finder finder) {
        notIn(decision, board.ofTheExchange(finder))
                .filter(each -> finders.foundNoLonger(each.id(), finder))
                .forEach(each -> close(each, Ground.NO_LONGER_FOUND, decision.digest()));
    }

    private Stream<ObligationView> notIn(Decision decision, List<ObligationView> of) {
        Predicate<ObligationView> found = each -> decision.findings().stream()
                .anyMatch(finding -> finding.rule().equals(each.duty().rule()));
        return of.stream()
                .filter(each -> isUndone(each, Kind.BEFORE_DELIVERY) || isUndone(each, Kind.STANDING))
                .filter(each -> !each.duty().comesFromARecall())
                .filter(each -> rules.isAskedAt(decision.gate(), each.duty().rule()))
                .filter(found.negate());
    }

    /** The step that they had to precede will not come. */
    void closeWhatComesBeforeDelivery(List<ObligationView> of, String why) {
        of.stream()
                .filter(each -> isUndone(each, Kind.BEFORE_DELIVERY))
                .forEach(each -> close(each, Ground.NOTHING_TO_DELIVER, why));
    }

    private void close(ObligationView obligation, Ground ground, String source) {
        commands.send(new DischargeObligation(obligation.id(), ground, source), Commands.EXCHANGE);
    }

    private static boolean isUndone(ObligationView obligation, Kind kind) {
        return !obligation.state().equals("discharged") && obligation.duty().kind() == kind;
    }
}
