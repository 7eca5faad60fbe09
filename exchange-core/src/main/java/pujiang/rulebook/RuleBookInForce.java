package pujiang.rulebook;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import pujiang.refusal.Refused;
import pujiang.refusal.SeparationOfDuties;
import pujiang.rulebook.RuleBookCommand.ActivateRuleBook;
import pujiang.rulebook.RuleBookEvent.RuleBookActivated;
import pujiang.rulebook.RuleBookState.Activated;
import pujiang.rulebook.RuleBookState.AsDelivered;

/** The rule book of the exchange and its changes. The author of a change cannot activate it. */
public class RuleBookInForce {

    public static final String ID = "rule-book";

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it.
    private String id;

    private RuleBookState state = new AsDelivered();

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected RuleBookInForce() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void activate(ActivateRuleBook command) {
        if (command.authors().stream()
                .anyMatch(author -> SeparationOfDuties.WRITES_AND_ACTIVATES.brokenBy(author, command.activator()))) {
            throw new Refused(new RuleBookRefusal.SecondPersonNeeded(command.draft()));
        }
        if (state instanceof Activated(var book)) {
            if (book.equals(command.book())) throw new Refused(new RuleBookRefusal.AlreadyInForce(book));
            if (!book.equals(command.replaces())) {
                throw new Refused(new RuleBookRefusal.Superseded(command.replaces(), book));
            }
        }
        AggregateLifecycle.apply(new RuleBookActivated(
                command.draft(),
                command.edition(),
                command.book(),
                command.replaces(),
                command.report(),
                command.authors(),
                command.activator()));
    }

    @EventSourcingHandler
    void on(RuleBookEvent event) {
        id = ID;
        state = state.after(event);
    }
}
