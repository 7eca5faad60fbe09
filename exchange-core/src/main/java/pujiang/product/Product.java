package pujiang.product;

import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Assessments;
import pujiang.product.ProductCommand.AssessProduct;
import pujiang.product.ProductCommand.RegisterProduct;
import pujiang.product.ProductCommand.ResumeProduct;
import pujiang.product.ProductCommand.ReviseProduct;
import pujiang.product.ProductCommand.StateForRecipient;
import pujiang.product.ProductCommand.StrikeOffProduct;
import pujiang.product.ProductCommand.SuspendProduct;
import pujiang.product.ProductEvent.ProductAssessed;
import pujiang.product.ProductEvent.ProductRegistered;
import pujiang.product.ProductEvent.ProductRevised;
import pujiang.product.ProductEvent.ProductStopLifted;
import pujiang.product.ProductEvent.ProductStruckOff;
import pujiang.product.ProductEvent.ProductSuspended;
import pujiang.product.ProductEvent.RecipientStated;
import pujiang.product.ProductState.Absent;
import pujiang.product.ProductState.Registered;
import pujiang.product.ProductState.StruckOff;
import pujiang.refusal.Refused;
import pujiang.stop.RemediedStops;

/** A data product's entry in the register (数据产品登记). */
public class Product {

    @AggregateIdentifier
    private ProductId id;

    private ProductState state = new Absent();

    /** Kept separately from the state, because deregistration lifts no suspension. */
    private RemediedStops stops = RemediedStops.NONE;

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    /** Returns whether it is new; a repeated request changes nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean register(RegisterProduct command, Clock clock) {
        switch (state) {
            case Absent _ -> {
                var today = Shanghai.today(clock);
                AggregateLifecycle.apply(new ProductRegistered(
                        command.product(),
                        RegistrationNumber.of("PJR", today, command.product().value()),
                        command.vendor(),
                        command.description(),
                        command.profile()));
                return true;
            }
            case Registered registered -> sameOrRefused(registered.first(), command);
            case StruckOff struckOff -> sameOrRefused(struckOff.first(), command);
        }
        return false;
    }

    @CommandHandler
    void revise(ReviseProduct command) {
        var registered = registered();
        if (registered.revision() != command.revision()) {
            throw new Refused(new ProductRefusal.StaleRevision(id, command.revision(), registered.revision()));
        }
        AggregateLifecycle.apply(
                new ProductRevised(id, registered.revision() + 1, command.description(), command.profile()));
    }

    @CommandHandler
    void state(StateForRecipient command) {
        if (command.statement().equals(registered().recipients().get(command.recipient()))) return;
        AggregateLifecycle.apply(new RecipientStated(id, command.recipient(), command.statement()));
    }

    /** Returns whether it is new; a repeated request changes nothing. */
    @CommandHandler
    boolean assess(AssessProduct command, Clock clock) {
        var assessment = command.assessment();
        var assessments = assessable();
        var earlier = assessments.named(assessment.id());
        if (earlier.filter(assessment::equals).isPresent()) return false;
        if (earlier.isPresent()) throw new Refused(new ProductRefusal.AlreadyAssessed(id, assessment.id()));
        assessments.mustHaveRoom();
        assessment.mustCountOn(Shanghai.today(clock));
        AggregateLifecycle.apply(new ProductAssessed(id, assessment));
        return true;
    }

    @CommandHandler
    void suspend(SuspendProduct command) {
        if (stops.standing().contains(command.stop())) return;
        AggregateLifecycle.apply(new ProductSuspended(id, command.stop()));
    }

    @CommandHandler
    void resume(ResumeProduct command, Clock clock) {
        if (stops.standing().isEmpty()) return;
        var today = Shanghai.today(clock);
        var lifted = stops.liftedBy("product " + id, command.by(), command.assessment(), today);
        for (var each : lifted) {
            var paper = each.ground().asksForPapers() ? command.assessment() : null;
            AggregateLifecycle.apply(new ProductStopLifted(id, each.ground(), each.cause(), command.reason(), paper));
        }
    }

    @CommandHandler
    void strikeOff(StrikeOffProduct command) {
        if (state instanceof StruckOff) return;
        registered();
        AggregateLifecycle.apply(new ProductStruckOff(id, command.reason()));
    }

    @EventSourcingHandler
    void on(ProductEvent event) {
        id = event.product();
        state = state.after(event);
        stops = switch (event) {
            case ProductSuspended suspended -> stops.with(suspended.stop());
            case ProductStopLifted lifted -> stops.without(lifted.ground(), lifted.cause());
            case ProductAssessed assessed -> stops.after(assessed.assessment());
            case ProductRegistered _, ProductRevised _, RecipientStated _, ProductStruckOff _ -> stops;
        };
    }

    private static void sameOrRefused(ProductRegistered first, RegisterProduct again) {
        var same = first.vendor().equals(again.vendor())
                && first.description().equals(again.description())
                && first.profile().equals(again.profile());
        if (!same) throw new Refused(new ProductRefusal.AlreadyRegistered(again.product()));
    }

    /** A deregistered product can be assessed while it is suspended, so that the ground can be remedied. */
    private Assessments assessable() {
        return state instanceof StruckOff(var _, var assessments)
                        && !stops.standing().isEmpty()
                ? assessments
                : registered().assessments();
    }

    private Registered registered() {
        return switch (state) {
            case Registered registered -> registered;
            case StruckOff _ -> throw new Refused(new ProductRefusal.StruckOff(id));
            case Absent _ -> throw new IllegalStateException("Axon loads no aggregate without events");
        };
    }
}
