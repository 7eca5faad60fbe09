package pujiang.app.recall;

import java.util.Objects;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.command.Transactions;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.product.ProductBoard;
import pujiang.app.request.RequestRefusal.Forbidden;
import pujiang.app.security.Caller;
import pujiang.participant.ParticipantRefusal;
import pujiang.product.ProductRefusal;
import pujiang.recall.Occurrence;
import pujiang.recall.RecallCommand;
import pujiang.recall.RecallCommand.ConfirmPlan;
import pujiang.recall.RecallCommand.DropRecall;
import pujiang.recall.RecallCommand.FileRecall;
import pujiang.recall.RecallCommand.StagePlan;
import pujiang.recall.RecallId;
import pujiang.recall.RecallRefusal.Unknown;
import pujiang.refusal.Refused;

/** Access to recalls and the acts of people on them, from a program or a page. */
@Component
public class RecallUseCases {

    private final RecallBoard board;
    private final ProductBoard products;
    private final ParticipantBoard participants;
    private final RecallImpact recallImpact;
    private final RecallJob recallJob;
    private final Commands commands;
    private final Transactions transactions;

    RecallUseCases(
            RecallBoard board,
            ProductBoard products,
            ParticipantBoard participants,
            RecallImpact recallImpact,
            RecallJob recallJob,
            Commands commands,
            Transactions transactions) {
        this.recallJob = recallJob;
        this.transactions = transactions;
        this.board = board;
        this.products = products;
        this.participants = participants;
        this.recallImpact = recallImpact;
        this.commands = commands;
    }

    /** For its author, without the plan; and for exchange staff. */
    public RecallView visible(RecallId recall, Caller caller) {
        return board.find(recall)
                .filter(found -> caller.staff() || caller.own().equals(found.filedBy()))
                .map(found -> caller.staff() ? found : found.withoutPlan())
                .orElseThrow(() -> new Refused(new Unknown(recall)));
    }

    /**
     * Files it, once, and stages the plan. A suspended vendor does so as well.
     *
     * @return whether it is new
     */
    public boolean file(RecallId recall, Occurrence occurrence, Caller caller) {
        mustBeThere(occurrence, caller);
        var found = recallImpact.of(occurrence);
        return commands.create(new FileRecall(recall, occurrence, caller.participant(), found), caller.username());
    }

    public RecallView stage(RecallId recall, Caller caller) {
        var seen = visible(recall, caller);
        return act(new StagePlan(recall, recallImpact.of(seen.occurrence())), caller);
    }

    /**
     * The stop and the plan are one: what is affected is locked first, so that each order either is in the plan or
     * finds the stop. If the plan differs from the one that was read, all is undone, including the stop. To read a plan
     * that does not change, suspend the product first.
     */
    public RecallView confirm(RecallId recall, String digest, Caller caller) {
        var seen = visible(recall, caller);
        return transactions.of(() -> {
            recallJob.stop(act(new ConfirmPlan(recall, digest, recallImpact.underLock(seen.occurrence())), caller));
            return board.get(recall);
        });
    }

    public RecallView drop(RecallId recall, String reason, Caller caller) {
        visible(recall, caller);
        return act(new DropRecall(recall, reason), caller);
    }

    /** A vendor files recalls of its own products only. */
    private void mustBeThere(Occurrence occurrence, Caller caller) {
        switch (occurrence.kind()) {
            case CONSENT_WITHDRAWN, LICENCE_LAPSED -> {
                var product = Objects.requireNonNull(occurrence.product());
                var _ = products.find(product)
                        .filter(found -> caller.staff() || caller.actsFor(found.vendor()))
                        .orElseThrow(() -> new Refused(new ProductRefusal.Unknown(product)));
            }
            case PARTY_DISQUALIFIED -> {
                if (!caller.staff()) throw new Refused(new Forbidden());
                var participant = Objects.requireNonNull(occurrence.participant());
                if (!participants.known(participant)) throw new Refused(new ParticipantRefusal.Unknown(participant));
            }
            case LAW_CHANGED -> {
                if (!caller.staff()) throw new Refused(new Forbidden());
            }
        }
    }

    private RecallView act(RecallCommand command, Caller caller) {
        commands.send(command, caller.username());
        return board.get(command.recall());
    }
}
