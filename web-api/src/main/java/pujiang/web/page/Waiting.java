package pujiang.web.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.listing.CatalogueEntry;
import pujiang.app.listing.ListingBoard;
import pujiang.app.listing.ListingSearch;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.participant.ParticipantView;
import pujiang.app.security.Caller;
import pujiang.app.trade.ReviewBoard;
import pujiang.app.trade.ReviewView;
import pujiang.app.trade.TradeBoard;
import pujiang.app.trade.TradeView;
import pujiang.participant.ParticipantId;

/** What waits for a caller, by what it may do; the soonest to end first. */
@Component
class Waiting {

    /** More is not read at a glance; the lists show the rest. */
    static final int MOST = 20;

    /** How long a vendor is told that an offer of its own has ended. */
    private static final Duration TOLD = Duration.ofDays(30);

    private final TradeBoard trades;
    private final ReviewBoard reviews;
    private final ListingBoard listings;
    private final ParticipantBoard participants;
    private final ObligationQueues obligations;
    private final RuleDraftQueue drafts;
    private final BookingQueue bookings;
    private final TradeForms forms;
    private final Names names;

    Waiting(
            TradeBoard trades,
            ReviewBoard reviews,
            ListingBoard listings,
            ParticipantBoard participants,
            ObligationQueues obligations,
            RuleDraftQueue drafts,
            BookingQueue bookings,
            TradeForms forms,
            Names names) {
        this.trades = trades;
        this.reviews = reviews;
        this.listings = listings;
        this.participants = participants;
        this.obligations = obligations;
        this.drafts = drafts;
        this.bookings = bookings;
        this.forms = forms;
        this.names = names;
    }

    /**
     * @param name key of its title, after {@code queue.}
     * @param more whether there are more than are shown
     */
    record Queue(String name, List<Item> items, boolean more) {

        static Queue of(String name, Stream<Item> items) {
            var all = items.sorted(Comparator.comparing(Item::due, Comparator.nullsLast(Comparator.naturalOrder())))
                    .toList();
            return new Queue(name, all.stream().limit(MOST).toList(), all.size() > MOST);
        }
    }

    /** One thing that waits. */
    record Item(String link, String title, String detail, Badge badge, @Nullable Instant due, List<Form> forms) {}

    List<Queue> queues(Caller caller, Visit visit) {
        var queues = new ArrayList<Queue>();
        if (caller.may("participant:verify")) queues.add(applications(caller, visit));
        if (caller.may("dispute:resolve")) queues.add(Queue.of("disputes", all("disputed")));
        queues.addAll(bookings.of(caller, visit.reader()));
        if (caller.may("operations:read")) {
            queues.add(overdue(visit));
            queues.add(Queue.of("escalated", escalated()));
        }
        if (caller.may("review:decide")) {
            queues.add(Queue.of("orders", all("requested")));
            queues.add(Queue.of("held-deliveries", all("delivery-held")));
            queues.add(Queue.of("listings", held(ListingSearch.held())));
        }
        if (caller.participant() != null) own(caller, caller.participant(), visit, queues);
        queues.addAll(obligations.of(caller));
        queues.addAll(drafts.of(caller));
        return queues;
    }

    private void own(Caller caller, ParticipantId self, Visit visit, List<Queue> queues) {
        if (caller.may("document:provide")) {
            var asked = reviews.waitingFor(self, MOST + 1).stream()
                    .map(trades::find)
                    .flatMap(Optional::stream);
            queues.add(Queue.of("documents", asked.map(this::item)));
        }
        if (caller.may("trade:deliver")) {
            queues.add(Queue.of("deliveries", read("agreed", null, self).map(this::item)));
        }
        if (caller.may("trade:accept")) {
            var delivered = read("delivered", self, null).map(trade -> item(trade, atOnce(trade, caller, visit)));
            queues.add(Queue.of("acceptances", delivered));
        }
        if (caller.may("listing:publish")) {
            queues.add(Queue.of("own-listings", held(ListingSearch.held().of(self))));
            var since = visit.reader().now().minus(TOLD);
            var ended = listings.endedSince(since, self, MOST + 1).stream().map(Waiting::item);
            queues.add(Queue.of("ended-listings", ended));
        }
        if (caller.may("trade:read")) {
            var held = Stream.of("requested", "delivery-held", "disputed")
                    .flatMap(state -> Stream.concat(read(state, self, null), read(state, null, self)));
            queues.add(Queue.of("under-review", held.map(this::item)));
        }
    }

    /** What needs no words: anything else is done on the trade's own page. */
    private List<Form> atOnce(TradeView trade, Caller caller, Visit visit) {
        return forms.of(trade, caller, visit).stream()
                .filter(form -> !form.asks())
                .toList();
    }

    private Queue applications(Caller caller, Visit visit) {
        return Queue.of(
                "applications",
                participants.waiting(MOST + 1).stream()
                        .map(view -> item(
                                view,
                                ParticipantForms.of(view, caller, visit).stream()
                                        .filter(form -> form.act() == Act.VERIFY)
                                        .toList())));
    }

    /** The clock ends what is due within a second or two: what stays here could not be ended. */
    private Queue overdue(Visit visit) {
        var now = visit.reader().now();
        var late = Stream.of(
                        trades.due(now, MOST).stream()
                                .map(trades::find)
                                .flatMap(Optional::stream)
                                .map(this::item),
                        participants.due(now, MOST).stream()
                                .map(participants::find)
                                .flatMap(Optional::stream)
                                .map(view -> item(view, List.of())),
                        listings.due(now, MOST).stream()
                                .map(listings::entry)
                                .flatMap(Optional::stream)
                                .map(Waiting::item))
                .flatMap(same -> same);
        return Queue.of("overdue", late);
    }

    /** What officers have let pass their time; it stands at the head of their queue. */
    private Stream<Item> escalated() {
        return reviews.list(Optional.empty(), MOST + 1).stream()
                .takeWhile(ReviewView::escalated)
                .map(review -> trades.get(review.trade()))
                .map(this::item);
    }

    private Stream<Item> all(String state) {
        return read(state, null, null).map(this::item);
    }

    private Stream<TradeView> read(String state, @Nullable ParticipantId buyer, @Nullable ParticipantId vendor) {
        return trades.waiting(state, buyer, vendor, MOST + 1).stream();
    }

    private Stream<Item> held(ListingSearch search) {
        return listings.waiting(search, MOST + 1).stream().map(Waiting::item);
    }

    private Item item(TradeView trade) {
        return item(trade, List.of());
    }

    private Item item(TradeView trade, List<Form> atOnce) {
        var agreement = trade.agreement();
        return new Item(
                TradeForms.address(trade),
                names.of(agreement.product()),
                names.of(agreement.vendor()) + " → " + names.of(agreement.buyer()),
                Badge.of(trade),
                trade.due(),
                atOnce);
    }

    private static Item item(CatalogueEntry entry) {
        var listing = entry.listing();
        return new Item(
                ListingSheet.address(listing),
                entry.title(),
                entry.vendorName(),
                Badge.state(listing.state()),
                listing.due(),
                List.of());
    }

    private static Item item(ParticipantView view, List<Form> atOnce) {
        var organisation = view.organisation();
        return new Item(
                ParticipantForms.address(view),
                organisation.name(),
                organisation.registration().value(),
                Badge.state(view.state()),
                view.due(),
                atOnce);
    }
}
