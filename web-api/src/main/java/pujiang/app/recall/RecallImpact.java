package pujiang.app.recall;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.listing.ListingBoard;
import pujiang.app.obligation.ObligationBoard;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.product.ProductBoard;
import pujiang.app.product.ProductView;
import pujiang.app.recall.RecallImpactBoard.Listed;
import pujiang.app.recall.RecallImpactBoard.Traded;
import pujiang.app.trade.TradeHistory;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.recall.Measure;
import pujiang.recall.Measure.Kind;
import pujiang.recall.Occurrence;
import pujiang.recall.Plan;

/**
 * Finds what an occurrence affects, through what is recorded. A product is derived from another if its source, as its
 * vendor describes it, names the other's registration number; what a source keeps silent about is not found.
 */
@Component
class RecallImpact {

    private final RecallImpactBoard board;
    private final ProductBoard products;
    private final ParticipantBoard participants;
    private final ListingBoard listings;
    private final ObligationBoard obligations;
    private final TradeHistory history;

    RecallImpact(
            RecallImpactBoard board,
            ProductBoard products,
            ParticipantBoard participants,
            ListingBoard listings,
            ObligationBoard obligations,
            TradeHistory history) {
        this.board = board;
        this.products = products;
        this.participants = participants;
        this.listings = listings;
        this.obligations = obligations;
        this.history = history;
    }

    Plan of(Occurrence occurrence) {
        return switch (occurrence.kind()) {
            case CONSENT_WITHDRAWN -> ofProduct(Objects.requireNonNull(occurrence.product()), Kind.HOLD_TRADE);
            case LICENCE_LAPSED -> ofProduct(Objects.requireNonNull(occurrence.product()), Kind.STOP_TRADE);
            case PARTY_DISQUALIFIED -> ofParty(Objects.requireNonNull(occurrence.participant()));
            case LAW_CHANGED -> ofRuleBook(Objects.requireNonNull(occurrence.ruleBook()));
        };
    }

    /**
     * As {@link #of}, and no new use of what is affected begins before this transaction ends: orders wait for it and
     * then find the stop, and earlier ones are found here.
     */
    Plan underLock(Occurrence occurrence) {
        switch (occurrence.kind()) {
            case CONSENT_WITHDRAWN, LICENCE_LAPSED -> lock(Objects.requireNonNull(occurrence.product()));
            case PARTY_DISQUALIFIED -> participants.keepOrdersAway(Objects.requireNonNull(occurrence.participant()));
            case LAW_CHANGED ->
                listings.keepOrdersAway(board.listings(Objects.requireNonNull(occurrence.ruleBook())).stream()
                        .map(Listed::id)
                        .toList());
        }
        return of(occurrence);
    }

    /** A registration of a derived product waits for its source's row; earlier registrations are found then. */
    private void lock(ProductId product) {
        Set<ProductId> locked = Set.of();
        for (var affected = withDerived(product); !affected.equals(locked); affected = withDerived(product)) {
            products.keepOrdersAway(affected);
            locked = affected;
        }
    }

    /** @param undelivered what is done about a trade that was not delivered yet */
    private Plan ofProduct(ProductId product, Kind undelivered) {
        var affected = withDerived(product);
        var measures = new ArrayList<Measure>();
        for (var each : affected) measures.add(Measure.suspend(each));
        suspend(board.listings(affected), measures);
        for (var trade : board.trades(affected)) {
            if (!trade.isBeforeDelivery()) copy(Kind.DELETE_COPY, trade).ifPresent(measures::add);
            else measures.add(undelivered(trade, undelivered));
        }
        return new Plan(List.copyOf(affected), measures);
    }

    /** A delivery that an officer holds has its content chosen already, with all that is in it. */
    private static Measure undelivered(Traded trade, Kind otherwise) {
        return otherwise == Kind.HOLD_TRADE && !trade.isHeldDelivery()
                ? Measure.hold(trade.product(), trade.id(), trade.vendor())
                : Measure.stop(trade.product(), trade.id());
    }

    /** Completed sales remain; purchased data must be deleted. */
    private Plan ofParty(ParticipantId party) {
        var measures = new ArrayList<Measure>();
        var listings = board.listings(party);
        participants
                .find(party)
                .filter(found -> found.active() || found.state().equals(ParticipantBoard.SUSPENDED))
                .ifPresent(_ -> measures.add(Measure.suspend(party)));
        suspend(listings, measures);
        for (var trade : board.trades(party)) {
            if (trade.isBeforeDelivery()) measures.add(Measure.stop(trade.product(), trade.id()));
            else if (trade.buyer().equals(party)) copy(Kind.DELETE_COPY, trade).ifPresent(measures::add);
        }
        return new Plan(touched(listings, measures), measures);
    }

    private Plan ofRuleBook(String ruleBook) {
        var measures = new ArrayList<Measure>();
        var listings = board.listings(ruleBook);
        suspend(listings, measures);
        for (var trade : board.trades(ruleBook)) copy(Kind.ASSESS_COPY, trade).ifPresent(measures::add);
        return new Plan(touched(listings, measures), measures);
    }

    private static void suspend(List<Listed> listings, List<Measure> measures) {
        for (var listing : listings) measures.add(Measure.suspend(listing.product(), listing.id()));
    }

    /** Empty without a handover, or if its buyer has already proved the deletion. */
    private Optional<Measure> copy(Kind kind, Traded trade) {
        if (obligations.isDeleted(trade.id())) return Optional.empty();
        return history.receipt(trade.id())
                .map(receipt -> Measure.copy(kind, trade.product(), trade.id(), trade.buyer(), receipt.digest()));
    }

    private static List<ProductId> touched(List<Listed> listings, List<Measure> measures) {
        return Stream.concat(
                        listings.stream().map(Listed::product),
                        measures.stream().map(Measure::product).flatMap(Stream::ofNullable))
                .toList();
    }

    /** With all that is derived from it, directly or not. */
    private Set<ProductId> withDerived(ProductId product) {
        var found = new LinkedHashSet<ProductId>();
        var next = new ArrayDeque<>(List.of(product));
        while (!next.isEmpty()) {
            var one = next.poll();
            if (!found.add(one)) continue;
            products.find(one).ifPresent(source -> next.addAll(derived(source)));
            next.addAll(products.derivedFrom(one));
        }
        return found;
    }

    private List<ProductId> derived(ProductView source) {
        var number = source.number();
        return board.naming(number).stream()
                .filter(each -> !each.equals(source.id()))
                .filter(each -> products.find(each)
                        .filter(found -> found.description().source().contains(number.value()))
                        .isPresent())
                .toList();
    }
}
