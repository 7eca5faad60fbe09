package pujiang.app.listing;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.participant.ParticipantView;
import pujiang.app.product.Inherited;
import pujiang.app.product.ProductBoard;
import pujiang.app.product.ProductHistory;
import pujiang.app.product.ProductView;
import pujiang.listing.ListingId;
import pujiang.refusal.Refused;
import pujiang.stop.Ground;
import pujiang.stop.Stop;
import pujiang.stop.StopRefusal.Stands;
import pujiang.stop.Stops;

/**
 * Applies stops to listings. Stops of a product, of its sources and of its vendor cover every listing, later ones too.
 * And where an authority has stopped a listing or a product, there is no substitute: no other listing of the product is
 * published, revised or resumed, and no product of the same vendor whose data has, or ever had, the present or an
 * earlier description of the stopped one.
 *
 * <p>Not found: the same data under another description, or with another vendor.
 */
@Component
public class ListingStops {

    private final ListingBoard listings;
    private final ProductBoard products;
    private final ProductHistory history;

    ListingStops(ListingBoard listings, ProductBoard products, ProductHistory history) {
        this.listings = listings;
        this.products = products;
        this.history = history;
    }

    /** The place of a stop, relative to a listing. */
    public enum Scope {
        LISTING,
        PRODUCT,
        /** A product that it is derived from. */
        SOURCE,
        PARTICIPANT
    }

    /** One stop that reaches a listing or a party. */
    public record Standing(Scope scope, String id, Stop stop) {}

    /** All stops that apply to a listing. */
    public static List<Standing> all(ListingView listing, ProductView product, ParticipantView vendor) {
        return Stream.of(
                        listing.stops().stream()
                                .map(stop ->
                                        new Standing(Scope.LISTING, listing.id().value(), stop)),
                        product.stops().stream()
                                .map(stop ->
                                        new Standing(Scope.PRODUCT, product.id().value(), stop)),
                        product.inherited().stream()
                                .map(from ->
                                        new Standing(Scope.SOURCE, from.source().value(), from.stop())),
                        all(vendor).stream())
                .flatMap(each -> each)
                .toList();
    }

    public static List<Standing> all(ParticipantView party) {
        return party.stops().stream()
                .map(stop -> new Standing(Scope.PARTICIPANT, party.id().value(), stop))
                .toList();
    }

    /** Stops of the product and the vendor that prevent a new order. */
    public static Optional<Stands> over(ProductView product, ParticipantView vendor) {
        return over(product).or(() -> first("participant " + vendor.id(), new Stops(vendor.stops())));
    }

    /**
     * Stops that prevent the continuation of a trade: a suspended vendor performs existing trades, unless it may no
     * longer be a vendor.
     */
    public static Optional<Stands> overTrade(ProductView product, ParticipantView vendor, ParticipantView buyer) {
        return over(product).or(() -> Stream.of(vendor, buyer)
                .flatMap(party -> disqualified(party).stream())
                .findFirst());
    }

    /**
     * Stops set by authorities on the listing itself; the vendor's own pause is not a refusal, but not an offer either.
     */
    public static Optional<Stands> over(ListingView listing) {
        return first(
                "listing " + listing.id(),
                new Stops(listing.stops().stream()
                        .filter(stop -> stop.author().isAuthority())
                        .toList()));
    }

    /** Locks the product and its other listings against being stopped until this is committed. */
    void mustNotReach(ListingId listing, ProductView offered, ParticipantView vendor) {
        var product = products.locked(offered.id());
        over(product, vendor)
                .or(() -> onSiblings(listing, product))
                .or(() -> onTwins(product))
                .ifPresent(stands -> {
                    throw new Refused(stands);
                });
    }

    /** As {@link #mustNotReach}, regardless of other listings of the product. */
    void mustNotStandOn(ProductView offered, ParticipantView vendor) {
        over(products.locked(offered.id()), vendor).ifPresent(stands -> {
            throw new Refused(stands);
        });
    }

    private Optional<Stands> onSiblings(ListingId listing, ProductView product) {
        return listings.stoppedBeside(listing, product.id()).stream()
                .flatMap(beside ->
                        first("listing " + beside.id(), new Stops(beside.stops()).bindingSuccessors()).stream())
                .findFirst();
    }

    /** By all descriptions that either ever had: a revision must not evade the stop. */
    private Optional<Stands> onTwins(ProductView product) {
        var stopped = products.stopped(product.vendor()).stream()
                .filter(other -> !other.id().equals(product.id()))
                .toList();
        if (stopped.isEmpty()) return Optional.empty();
        var described = history.data(product);
        return stopped.stream()
                .filter(other -> !Collections.disjoint(history.data(other), described))
                .flatMap(other -> over(other).stream())
                .findFirst();
    }

    private static Optional<Stands> over(ProductView product) {
        return first("product " + product.id(), new Stops(product.stops()))
                .or(() -> product.inherited().stream().findFirst().map(ListingStops::inherited));
    }

    private static Optional<Stands> disqualified(ParticipantView party) {
        return first(
                "participant " + party.id(),
                new Stops(party.stops().stream()
                        .filter(stop -> stop.ground() == Ground.PARTY_DISQUALIFIED)
                        .toList()));
    }

    private static Stands inherited(Inherited from) {
        return Stands.of("product " + from.source(), from.stop());
    }

    private static Optional<Stands> first(String subject, Stops stops) {
        Optional<Stop> first = stops.first();
        return first.map(stop -> Stands.of(subject, stop));
    }
}
