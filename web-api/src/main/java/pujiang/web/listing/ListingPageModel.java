package pujiang.web.listing;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.decision.Audience;
import pujiang.app.decision.DecisionView;
import pujiang.app.history.HistoryAudience;
import pujiang.app.history.HistoryEvent;
import pujiang.app.history.HistoryReader;
import pujiang.app.listing.Catalogue;
import pujiang.app.listing.CatalogueEntry;
import pujiang.app.listing.ListingBoard;
import pujiang.app.listing.ListingView;
import pujiang.app.product.ProductView;
import pujiang.app.security.Caller;
import pujiang.app.trade.Purchasing.Prospect;
import pujiang.compliance.FactSheet;
import pujiang.listing.Listing;
import pujiang.listing.ListingEvent.ListingAnswerChanged;
import pujiang.listing.ListingId;
import pujiang.listing.Terms;
import pujiang.product.ProductDescription;
import pujiang.product.ProductId;
import pujiang.trade.TradeParty;
import pujiang.web.decision.DecisionSummary;
import pujiang.web.decision.UseFields;
import pujiang.web.page.Badge;
import pujiang.web.page.Badges;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;
import pujiang.web.page.TimelineEntry;
import pujiang.web.problem.ProblemAnswers.Told;
import pujiang.web.stop.StopView;

/** Everything about one listing on one page. */
@Component
class ListingPageModel {

    /** Among them {@code withdrawn} is not: it may have been held. */
    private static final Set<String> ONCE_PUBLISHED = Set.of("published", "suspended", "ended");

    private static final Badges STATES = Badges.of("state.")
            .waits("held")
            .good("published")
            .bad("suspended", "refused", "rejected")
            .plain("withdrawn", "ended", "lapsed");

    private final Catalogue catalogue;
    private final HistoryReader history;

    ListingPageModel(Catalogue catalogue, HistoryReader history) {
        this.catalogue = catalogue;
        this.history = history;
    }

    /**
     * @param order null for whoever cannot order
     * @param own what only the vendor and the exchange's own people see; null for everybody else
     * @param answer null where nobody has asked what an order would meet
     */
    record Model(
            CatalogueEntry entry,
            Badge badge,
            ProductView product,
            List<StopView> stops,
            List<Form> forms,
            @Nullable Order order,
            @Nullable Own own,
            @Nullable Answer answer) {

        public ProductDescription description() {
            return product.description();
        }

        public Terms terms() {
            return entry.listing().offer().terms();
        }
    }

    /** @param changed whether officers must begin anew */
    record Own(DecisionSummary decision, List<TimelineEntry> events, boolean changed) {}

    /** @param prospect what an order would meet, if the buyer asked */
    ModelAndView show(ListingId id, Caller caller, PageRequest visit, Optional<Prospect> prospect) {
        var entry = catalogue.visible(id, caller);
        var listing = entry.listing();
        var product = catalogue.product(entry);
        var theirs = Catalogue.theirs(listing, caller);
        var stops = catalogue.stops(entry);
        var model = new Model(
                entry,
                badge(listing),
                product,
                StopView.of(stops, theirs),
                ListingForms.of(listing, product, caller, visit),
                stops.isEmpty() && mayBuy(listing, caller) ? order(visit) : null,
                theirs ? own(listing, caller) : null,
                prospect.map(found -> answer(found, caller, visit)).orElse(null));
        return visit.page("listing/listing", address(listing), model);
    }

    private Own own(ListingView listing, Caller caller) {
        var reader = Audience.of(caller, TradeParty.VENDOR);
        var decision = DecisionView.of(Objects.requireNonNull(listing.decision()), reader);
        var explained = address(listing) + "/decisions/" + decision.digest();
        var events = history.events(Listing.class, listing.id().value(), HistoryAudience.of(caller, reader));
        return new Own(
                judgement(listing.state(), decision, explained),
                events.stream().map(ListingTexts::of).toList(),
                caller.may("review:decide") && isAnswerChanged(events));
    }

    /** What is on offer there, for whoever may look at the listing. */
    ProductId product(ListingId listing, Caller caller) {
        return catalogue.visible(listing, caller).listing().offer().product();
    }

    static Badge badge(ListingView listing) {
        return STATES.badge(listing.state());
    }

    static String address(ListingView listing) {
        return "/listings/" + listing.id();
    }

    private static DecisionSummary judgement(String state, DecisionView decision, String explained) {
        return DecisionSummary.of(decision, explained, state.equals(ListingBoard.HELD), ONCE_PUBLISHED.contains(state));
    }

    /** Nothing has happened since, so the listing waits on. */
    private static boolean isAnswerChanged(List<HistoryEvent> events) {
        return events.getLast().event() instanceof ListingAnswerChanged;
    }

    private static boolean mayBuy(ListingView listing, Caller caller) {
        return listing.published()
                && caller.may("trade:order")
                && !caller.actsFor(listing.offer().vendor());
    }

    /** An order is named here, so that the same form sent twice is one order. */
    record Order(String trade, String purpose, String scenario, List<Field> facts) {}

    private static Order order(PageRequest visit) {
        var facts = UseFields.beyond(FactSheet.empty(), visit.reader()).stream()
                .map(field -> field.holding(visit.sent(field.name())))
                .toList();
        return new Order(visit.fresh(), visit.sent("purpose"), visit.sent("scenario"), facts);
    }

    /**
     * What an order would meet.
     *
     * @param summary key of its words
     * @param objection of the exchange or the terms; null if there is none
     */
    record Answer(String summary, @Nullable Told objection, DecisionSummary law) {}

    static Answer answer(Prospect found, Caller caller, PageRequest visit) {
        var objection = found.objection().map(visit::objection).orElse(null);
        var summary = objection != null
                ? "quote.objection"
                : "quote." + found.law().verdict().name();
        var law = DecisionView.of(found.law(), Audience.of(caller, found.proposed()));
        return new Answer(summary, objection, DecisionSummary.of(law));
    }
}
