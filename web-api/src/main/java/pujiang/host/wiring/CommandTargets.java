package pujiang.host.wiring;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import pujiang.listing.ListingCommand;
import pujiang.obligation.ObligationCommand;
import pujiang.participant.ParticipantCommand;
import pujiang.product.ProductCommand;
import pujiang.recall.RecallCommand;
import pujiang.rulebook.RuleBookCommand;
import pujiang.rulebook.RuleBookInForce;
import pujiang.trade.TradeCommand;
import pujiang.watch.WatchCommand;

/** To which aggregate a command goes. Axon would search the command's class for its annotation with every command. */
final class CommandTargets implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        var target =
                switch (message.getPayload()) {
                    case TradeCommand command -> command.trade();
                    case ObligationCommand command -> command.obligation();
                    case WatchCommand command -> command.trade();
                    case RecallCommand command -> command.recall();
                    case ListingCommand command -> command.listing();
                    case ProductCommand command -> command.product();
                    case ParticipantCommand command -> command.participant();
                    case RuleBookCommand _ -> RuleBookInForce.ID;
                    default -> throw new IllegalArgumentException("no aggregate takes " + message.getCommandName());
                };
        return new VersionedAggregateIdentifier(target, null);
    }
}
