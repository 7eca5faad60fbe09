package pujiang.app.obligation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.command.Transactions;
import pujiang.app.delivery.ContentBoard;
import pujiang.app.delivery.DeliveryRefusal.ContentUnknown;
import pujiang.app.request.RequestRefusal.Forbidden;
import pujiang.app.security.ActorNames;
import pujiang.app.security.Caller;
import pujiang.obligation.Evidence;
import pujiang.obligation.ObligationCommand;
import pujiang.obligation.ObligationCommand.AcceptProof;
import pujiang.obligation.ObligationCommand.ProveObligation;
import pujiang.obligation.ObligationCommand.RejectProof;
import pujiang.obligation.ObligationId;
import pujiang.obligation.ObligationRefusal.Unknown;
import pujiang.obligation.ResponsibleParty.Side;
import pujiang.refusal.Refused;

/** Access to obligations and the acts of people on them, from a program or a page. */
@Component
public class ObligationUseCases {

    private final ObligationBoard board;
    private final ContentBoard contents;
    private final Commands commands;
    private final ActorNames actorNames;
    private final Transactions transactions;
    private final Clock clock;
    private final Duration dueSoon;

    ObligationUseCases(
            ObligationBoard board,
            ContentBoard contents,
            Commands commands,
            ActorNames actorNames,
            Transactions transactions,
            Clock clock,
            @Value("${pujiang.obligation.due-soon}") Duration dueSoon) {
        this.board = board;
        this.contents = contents;
        this.commands = commands;
        this.actorNames = actorNames;
        this.transactions = transactions;
        this.clock = clock;
        this.dueSoon = dueSoon;
    }

    /** Until when a deadline is near. */
    public Instant soon() {
        return clock.instant().plus(dueSoon);
    }

    /** For the responsible party, for the other side of the matter, and for exchange staff. */
    public ObligationView visible(ObligationId obligation, Caller caller) {
        return board.find(obligation)
                .filter(found -> caller.staff() || found.isVisibleTo(caller.own()))
                .map(found ->
                        found.provenBy() == null ? found : found.provenBy(actorNames.shown(found.provenBy(), caller)))
                .orElseThrow(() -> new Refused(new Unknown(obligation)));
    }

    /** Whether the caller represents the responsible party; for the exchange its operator does. */
    public boolean owes(ObligationView obligation, Caller caller) {
        return caller.staff()
                ? obligation.duty().bearer().side() == Side.EXCHANGE
                : obligation.isOwedBy(caller.participant());
    }

    /** A suspended party submits proof as well: it completes its open obligations. */
    public ObligationView prove(ObligationId obligation, Evidence evidence, Caller caller) {
        var seen = visible(obligation, caller);
        if (!owes(seen, caller)) throw new Refused(caller.staff() ? new Forbidden() : new Unknown(obligation));
        return transactions.of(() -> {
            mustBeTheirs(evidence, caller);
            return act(new ProveObligation(obligation, evidence, caller.username()), caller);
        });
    }

    /** @param version of the obligation, with its proof, that the caller has read */
    public ObligationView accept(ObligationId obligation, long version, String ground, Caller caller) {
        visible(obligation, caller);
        return act(new AcceptProof(obligation, version, ground), caller);
    }

    /** @param version as with {@link #accept} */
    public ObligationView reject(ObligationId obligation, long version, String reason, Caller caller) {
        visible(obligation, caller);
        return act(new RejectProof(obligation, version, reason), caller);
    }

    private void mustBeTheirs(Evidence evidence, Caller caller) {
        var file = evidence.sha256();
        if (file == null) return;
        var owner = caller.participant();
        if (owner == null) throw new Refused(new ContentUnknown(file));
        contents.use(owner, file);
    }

    private ObligationView act(ObligationCommand command, Caller caller) {
        commands.send(command, caller.username());
        return board.get(command.obligation());
    }
}
