package pujiang.app.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.listing.KnownFacts;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Assessment;
import pujiang.compliance.Assessments;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.ProposedExchange;
import pujiang.listing.Offer;
import pujiang.participant.Organisation;
import pujiang.participant.Participant;
import pujiang.participant.ParticipantEvent;
import pujiang.participant.ParticipantEvent.ParticipantApplied;
import pujiang.participant.ParticipantEvent.ParticipantAssessed;
import pujiang.participant.ParticipantEvent.ParticipantLapsed;
import pujiang.participant.ParticipantEvent.ParticipantRefused;
import pujiang.participant.ParticipantEvent.ParticipantReinstated;
import pujiang.participant.ParticipantEvent.ParticipantRejected;
import pujiang.participant.ParticipantEvent.ParticipantStopLifted;
import pujiang.participant.ParticipantEvent.ParticipantSuspended;
import pujiang.participant.ParticipantEvent.ParticipantVerified;
import pujiang.participant.ParticipantEvent.StatementRevised;
import pujiang.participant.ParticipantId;
import pujiang.product.Product;
import pujiang.product.ProductDescription;
import pujiang.product.ProductEvent;
import pujiang.product.ProductEvent.ProductAssessed;
import pujiang.product.ProductEvent.ProductRegistered;
import pujiang.product.ProductEvent.ProductRevised;
import pujiang.product.ProductEvent.ProductStopLifted;
import pujiang.product.ProductEvent.ProductStruckOff;
import pujiang.product.ProductEvent.ProductSuspended;
import pujiang.product.ProductEvent.RecipientStated;
import pujiang.product.ProductId;
import pujiang.product.ProductProfile;
import pujiang.stop.Ground;
import pujiang.stop.Stops;
import pujiang.trade.Agreement;
import pujiang.trade.ExportShare;
import pujiang.trade.TradeId;
import pujiang.trade.TradePorts;

/**
 * Facts at the end of a day in Shanghai, read again from the events of the parties and things that they are about.
 * Facts about the exchange itself come from the decision, because they are about that moment only.
 */
@Component
class PastFacts {

    private final EventStore store;
    private final PastCounts counts;
    private final ComplianceReview law;

    PastFacts(EventStore store, PastCounts counts, ComplianceReview law) {
        this.store = store;
        this.counts = counts;
        this.law = law;
    }

    /** For a trade. */
    FactSheet facts(TradeId trade, Decision decided, Agreement agreement, LocalDate day) {
        var product = product(agreement.product(), agreement.buyer(), day);
        var vendor = participant(agreement.vendor(), day);
        var buyer = participant(agreement.buyer(), day);
        var known = TradePorts.facts(agreement, KnownFacts.together(vendor, product, buyer))
                .and(decided.factsFrom(FactSource.DOCUMENT))
                .and(decided.factsFrom(FactSource.EXCHANGE));
        // On its own day the decision's counts are those of its moment, which later trades of that day do not change.
        if (day.equals(decided.on())) return known.and(decided.factsFrom(FactSource.COUNTER));
        return ExportShare.of(known, law.traits(new ProposedExchange(decided.gate(), day, known)))
                .map(share -> known.and(TradePorts.facts(counts.including(trade, share, agreement.vendor(), day))))
                .orElse(known);
    }

    /** For a listing, whose buyer is unknown yet; its price is among the facts of the exchange. */
    FactSheet facts(Decision decided, Offer offer, LocalDate day) {
        return KnownFacts.offered(participant(offer.vendor(), day), product(offer.product(), null, day))
                .and(decided.factsFrom(FactSource.EXCHANGE));
    }

    /** For an admission. */
    FactSheet facts(Decision decided, ParticipantId applicant, LocalDate day) {
        return participant(applicant, day).and(decided.factsFrom(FactSource.EXCHANGE));
    }

    private FactSheet participant(ParticipantId id, LocalDate day) {
        var file = new Object() {
            List<Organisation> organisation = List.of();
            FactSheet statement = FactSheet.empty();
            final List<Assessment> assessments = new ArrayList<>();
            boolean verified;
            Stops stops = Stops.NONE;
        };
        events(Participant.class, id.value(), ParticipantEvent.class, day).forEach(event -> {
            switch (event) {
                case ParticipantApplied applied -> {
                    file.organisation = List.of(applied.organisation());
                    file.statement = applied.statement();
                }
                case StatementRevised revised -> file.statement = revised.statement();
                case ParticipantAssessed assessed -> file.assessments.add(assessed.assessment());
                case ParticipantVerified _ -> file.verified = true;
                case ParticipantSuspended suspended -> file.stops = file.stops.with(suspended.stopped(Instant.EPOCH));
                case ParticipantStopLifted lifted -> file.stops = file.stops.without(lifted.ground(), lifted.cause());
                case ParticipantReinstated _ -> file.stops = Stops.NONE;
                case ParticipantRefused _, ParticipantRejected _, ParticipantLapsed _ -> {}
            }
        });
        var assessments = new Assessments(file.assessments);
        var verified = file.verified
                && file.stops.standing().stream().noneMatch(stop -> stop.ground() == Ground.PARTY_DISQUALIFIED);
        return file.organisation.stream()
                .map(organisation -> organisation.facts(file.statement, assessments, verified, day))
                .findFirst()
                .orElse(FactSheet.empty());
    }

    private FactSheet product(ProductId id, @Nullable ParticipantId buyer, LocalDate day) {
        var entry = new Object() {
            List<Entry> current = List.of();
            final List<Assessment> assessments = new ArrayList<>();
            FactSheet stated = FactSheet.empty();
            boolean struckOff;
            // Inherited stops are not searched: while one holds, the rules are not evaluated for the listing.
            Stops stops = Stops.NONE;
        };
        events(Product.class, id.value(), ProductEvent.class, day).forEach(event -> {
            switch (event) {
                case ProductRegistered(var _, var _, var _, var description, var profile) ->
                    entry.current = List.of(new Entry(description, profile));
                case ProductRevised(var _, var _, var description, var profile) ->
                    entry.current = List.of(new Entry(description, profile));
                case ProductAssessed assessed -> entry.assessments.add(assessed.assessment());
                case RecipientStated stated
                when stated.recipient().equals(buyer) ->
                    entry.stated = stated.statement().facts().from(FactSource.VENDOR);
                case RecipientStated _ -> {}
                case ProductStruckOff _ -> entry.struckOff = true;
                case ProductSuspended suspended -> entry.stops = entry.stops.with(suspended.stop());
                case ProductStopLifted lifted -> entry.stops = entry.stops.without(lifted.ground(), lifted.cause());
            }
        });
        var assessments = new Assessments(entry.assessments);
        return entry.current.stream()
                .map(now -> now.profile()
                        .facts(now.description(), assessments, day)
                        .with(ExchangeFacts.SDE_REGISTERED, !entry.struckOff && entry.stops.isEmpty()))
                .findFirst()
                .orElse(FactSheet.empty())
                .and(entry.stated);
    }

    private <E> Stream<E> events(Class<?> aggregate, String id, Class<E> type, LocalDate day) {
        Instant end = Shanghai.endOf(day);
        return store.readEvents(id)
                .asStream()
                .filter(event -> event.getType().equals(aggregate.getSimpleName()))
                .filter(event -> event.getTimestamp().isBefore(end))
                .<Object>map(DomainEventMessage::getPayload)
                .map(type::cast);
    }

    private record Entry(ProductDescription description, ProductProfile profile) {}
}
