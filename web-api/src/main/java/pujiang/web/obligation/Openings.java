package pujiang.web.obligation;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import pujiang.compliance.Decision;
import pujiang.compliance.Gate;
import pujiang.law.LawInForce;
import pujiang.obligation.Duty;
import pujiang.obligation.Duty.Kind;
import pujiang.obligation.ObligationCommand.DischargeObligation;
import pujiang.obligation.ObligationCommand.IncurObligation;
import pujiang.obligation.ObligationEvent.Ground;
import pujiang.web.command.Commands;

/** Opens what was found and closes what is found no more, in the exchange's own name. */
@Component
class Openings {

    private final Commands commands;
    private final LawInForce law;

    Openings(Commands commands, LawInForce law) {
        this.commands = commands;
        this.law = law;
    }

    void open(List<Duty> duties) {
        for (var duty : duties) commands.send(new IncurObligation(duty), Commands.EXCHANGE);
    }

    /**
     * Closes those of the obligations that a rule asks for at the decision's gate and that this decision no longer finds,
     * with whatever outcome.
     */
    void closeWhatIsNotIn(Decision decision, List<ObligationView> of) {
        Predicate<ObligationView> found = each -> decision.findings().stream()
                .anyMatch(finding -> finding.rule().equals(each.duty().rule()));
        of.stream()
                .filter(Openings::isUndone)
                .filter(each -> !each.duty().comesFromARecall())
                .filter(each -> isAskedAt(decision.gate(), each.duty().rule()))
                .filter(found.negate())
                .forEach(each -> close(each, Ground.NO_LONGER_FOUND, decision.digest()));
    }

    /** What they were to precede will not come. */
    void closeWhatComesBeforeDelivery(List<ObligationView> of, String why) {
        of.stream().filter(Openings::isUndone).forEach(each -> close(each, Ground.NOTHING_TO_DELIVER, why));
    }

    /** Whether the law asks that rule at that gate, under any of its versions. */
    boolean isAskedAt(Gate gate, String rule) {
        return law.ready().book().rules().stream()
                .anyMatch(each -> each.id().equals(rule) && each.gates().contains(gate));
    }

    private void close(ObligationView obligation, Ground ground, String source) {
        commands.send(new DischargeObligation(obligation.id(), ground, source), Commands.EXCHANGE);
    }

    private static boolean isUndone(ObligationView obligation) {
        var kind = obligation.duty().kind();
        return !obligation.state().equals("discharged") && (kind == Kind.BEFORE_DELIVERY || kind == Kind.STANDING);
    }
}
