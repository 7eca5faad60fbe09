package pujiang.listing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Clearance;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.listing.ListingCommand.ApproveListing;
import pujiang.listing.ListingCommand.EndListingWait;
import pujiang.listing.ListingCommand.PublishListing;
import pujiang.listing.ListingCommand.RejectListing;
import pujiang.listing.ListingCommand.ResumeListing;
import pujiang.listing.ListingCommand.ReviseListing;
import pujiang.listing.ListingCommand.SuspendListing;
import pujiang.listing.ListingCommand.WithdrawListing;
import pujiang.listing.ListingEvent.ListingAnswerChanged;
import pujiang.listing.ListingEvent.ListingEnded;
import pujiang.listing.ListingEvent.ListingHeld;
import pujiang.listing.ListingEvent.ListingLapsed;
import pujiang.listing.ListingEvent.ListingPublished;
import pujiang.listing.ListingEvent.ListingRefused;
import pujiang.listing.ListingEvent.ListingRejected;
import pujiang.listing.ListingEvent.ListingResumed;
import pujiang.listing.ListingEvent.ListingResumptionRefused;
import pujiang.listing.ListingEvent.ListingRevised;
import pujiang.listing.ListingEvent.ListingRevisionRefused;
import pujiang.listing.ListingEvent.ListingStopLifted;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.listing.ListingEvent.ListingWithdrawn;
import pujiang.listing.ListingState.Absent;
import pujiang.listing.ListingState.Closed;
import pujiang.listing.ListingState.Held;
import pujiang.listing.ListingState.Published;
import pujiang.listing.ListingState.Suspended;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.stop.Ground;
import pujiang.stop.Stop;
import pujiang.stop.Stops;

/** An offer of a product on stated terms (挂牌). It is checked before it is visible and whenever its terms change. */
public class Listing {

    /** How long an officer has before a held listing lapses. */
    private static final Duration REVIEW_PERIOD = Duration.ofDays(10);

    @AggregateIdentifier
    private ListingId id;

    private ListingState state = new Absent();

    /** Kept separately from the state, because suspensions also apply to a withdrawn listing. */
    private Stops stops = Stops.NONE;

    /** For Axon, which fills it from the events. */
    @SuppressWarnings("NullAway.Init")
    protected Listing() {}

    /** Returns whether it is new; a repeated request changes nothing. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    boolean publish(PublishListing command, ComplianceReview law, Clock clock) {
        if (!(state instanceof Absent)) {
            if (state.first().equals(command.offer())) return false;
            throw new Refused(new ListingRefusal.AlreadyListed(command.listing()));
        }
        var listing = command.listing();
        var offer = command.offer();
        mustRun(offer.terms(), clock);
        var decision = review(law, offer.terms(), command.known(), clock);
        AggregateLifecycle.apply(
                switch (decision.verdict()) {
                    case ALLOW, ALLOW_WITH_OBLIGATIONS ->
                        new ListingPublished(
                                listing, offer, decision, decision.clearance().orElseThrow());
                    case REQUIRE_REVIEW ->
                        new ListingHeld(
                                listing, offer, decision, clock.instant().plus(REVIEW_PERIOD));
                    case DENY -> new ListingRefused(listing, offer, decision);
                });
        return true;
    }

    @CommandHandler
    void revise(ReviseListing command, ComplianceReview law, Clock clock) {
        if (!(state instanceof Published(var _, var offer, var revision))) throw notIn("published");
        if (revision != command.revision()) {
            throw new Refused(new ListingRefusal.StaleRevision(id, command.revision(), revision));
        }
        if (offer.terms().equals(command.terms())) return;
        mustRun(command.terms(), clock);
        var decision = review(law, command.terms(), command.known(), clock);
        AggregateLifecycle.apply(
                decision.clearance().isPresent()
                        ? new ListingRevised(id, revision + 1, command.terms(), decision)
                        : new ListingRevisionRefused(id, command.terms(), decision));
    }

    @CommandHandler
    void suspend(SuspendListing command) {
        if (!(state instanceof Published || state instanceof Suspended)) throw notIn("published");
        if (stops.contains(command.stop())) return;
        AggregateLifecycle.apply(new ListingSuspended(id, command.stop().reason(), command.stop()));
    }

    @CommandHandler
    void resume(ResumeListing command, ComplianceReview law, Clock clock) {
        if (state instanceof Published) return;
        if (stops.isEmpty()) throw notIn("suspended");
        var lifted = stops.liftedBy("listing " + id, command.by(), command.mended());
        if (state instanceof Suspended(var _, var offer, var _)
                && stops.without(lifted).isEmpty()) {
            bringBack(offer, command, law, clock, lifted);
        } else {
            lift(lifted);
        }
    }

    /** If the rules deny the return, the listing is suspended by the rules; suspensions already lifted stay lifted. */
    private void bringBack(Offer offer, ResumeListing command, ComplianceReview law, Clock clock, List<Stop> lifted) {
        var decision = review(law, offer.terms(), command.known(), clock);
        if (decision.clearance().isPresent()) {
            AggregateLifecycle.apply(new ListingResumed(id, decision));
        } else {
            AggregateLifecycle.apply(new ListingResumptionRefused(id, decision));
            lift(lifted);
        }
    }

    /** A suspension by the rules remains while others do, because the rules have not been evaluated again. */
    private void lift(List<Stop> lifted) {
        for (var each : lifted) {
            if (each.ground() != Ground.LAW_DENIES || state instanceof Closed) {
                AggregateLifecycle.apply(new ListingStopLifted(id, each.ground(), each.cause()));
            }
        }
    }

    @CommandHandler
    void withdraw(WithdrawListing command) {
        if (state instanceof Closed) return;
        AggregateLifecycle.apply(new ListingWithdrawn(id, command.reason()));
    }

    /** The approval covers what the officer has read. If result or facts have changed, the listing stays held. */
    @CommandHandler
    void approve(ApproveListing command, ComplianceReview law, Clock clock) {
        if (!(state instanceof Held(var offer, var _, var lies))) throw notIn("held");
        if (!lies.isNamed(command.read())) {
            throw new Refused(new ListingRefusal.AnotherAnswer(id, command.read(), lies.digest()));
        }
        var decision = review(law, offer.terms(), command.known(), clock);
        AggregateLifecycle.apply(
                switch (decision.verdict()) {
                    case ALLOW, ALLOW_WITH_OBLIGATIONS ->
                        new ListingPublished(
                                id, offer, decision, decision.clearance().orElseThrow());
                    case REQUIRE_REVIEW ->
                        lies.isAbout(decision)
                                ? new ListingPublished(
                                        id, offer, decision, Clearance.lifted(decision, command.lifting()))
                                : new ListingAnswerChanged(id, command.read(), decision);
                    case DENY -> new ListingRefused(id, offer, decision);
                });
    }

    @CommandHandler
    void reject(RejectListing command) {
        if (!(state instanceof Held)) throw notIn("held");
        AggregateLifecycle.apply(new ListingRejected(id, command.reason()));
    }

    @CommandHandler
    void endWait(EndListingWait command, Clock clock) {
        var now = clock.instant();
        switch (state) {
            case Held held -> {
                if (!now.isBefore(held.end())) {
                    AggregateLifecycle.apply(new ListingLapsed(command.listing(), held.end()));
                }
            }
            case Published(var _, var offer, var _) -> end(offer, now);
            case Suspended(var _, var offer, var _) -> end(offer, now);
            case Absent _, Closed _ -> {}
        }
    }

    private void end(Offer offer, Instant now) {
        var terms = offer.terms();
        if (!now.isBefore(terms.end())) AggregateLifecycle.apply(new ListingEnded(id, terms.until()));
    }

    @EventSourcingHandler
    void on(ListingEvent event, @Timestamp Instant at) {
        id = event.listing();
        state = state.after(event);
        stops = after(event, at);
    }

    private Stops after(ListingEvent event, Instant at) {
        return switch (event) {
            case ListingSuspended suspended -> stops.with(suspended.stopped(at));
            case ListingStopLifted lifted -> stops.without(lifted.ground(), lifted.cause());
            case ListingResumptionRefused refused -> stops.with(refused.stopped(at));
            case ListingResumed _ -> Stops.NONE;
            case ListingPublished _,
                    ListingHeld _,
                    ListingAnswerChanged _,
                    ListingRefused _,
                    ListingRevised _,
                    ListingRevisionRefused _,
                    ListingWithdrawn _,
                    ListingRejected _,
                    ListingEnded _,
                    ListingLapsed _ -> stops;
        };
    }

    /** Not a guard of {@link Terms}, because terms that have ended are still read. */
    private static void mustRun(Terms terms, Clock clock) {
        if (terms.until().isBefore(Shanghai.today(clock))) {
            throw Invalid.at("terms.until", "date.in-the-past", "must not be in the past");
        }
    }

    private static Decision review(ComplianceReview law, Terms terms, FactSheet known, Clock clock) {
        var facts = known.with(ExchangeFacts.PRICE_AMOUNT, terms.plan().dueNow().getAmount());
        return law.review(new ProposedExchange(Gate.LISTING, Shanghai.today(clock), facts));
    }

    private Refused notIn(String needed) {
        return new Refused(new ListingRefusal.WrongState(id, state.name(), needed));
    }
}
