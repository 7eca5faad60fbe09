package pujiang.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.decision.Audience;
import pujiang.app.decision.DecisionView;
import pujiang.app.history.Eyes;
import pujiang.app.history.HistoryEntry;
import pujiang.app.history.HistoryReader;
import pujiang.app.listing.Catalogue;
import pujiang.app.listing.ListingBoard;
import pujiang.app.listing.ListingView;
import pujiang.app.security.Caller;
import pujiang.app.trade.Purchasing.Prospect;
import pujiang.compliance.FactSheet;
import pujiang.listing.Listing;
import pujiang.listing.ListingId;
import pujiang.product.ProductId;
import pujiang.trade.Side;
import pujiang.web.problem.ProblemAnswers.Told;

/** Everything about one listing on one page. */
@Component
class ListingSheet {

    /** Among them {@code withdrawn} is not: it may have been held. */
    private static final Set<String> ONCE_PUBLISHED = Set.of("published", "suspended", "ended");

    private final Catalogue catalogue;
    private final HistoryReader history;

    ListingSheet(Catalogue catalogue, HistoryReader history) {
        this.catalogue = catalogue;
        this.history = history;
    }

    /** @param prospect what an order would meet, if the buyer asked */
    ModelAndView show(ListingId id, Caller caller, Visit visit, Optional<Prospect> prospect) {
        var entry = catalogue.visible(id, caller);
        var listing = entry.listing();
        var product = catalogue.product(entry);
        var model = new HashMap<String, Object>();
        model.put("entry", entry);
        model.put("badge", Badge.state(listing.state()));
        model.put("product", product);
        model.put("description", product.description());
        model.put("terms", listing.offer().terms());
        var stops = catalogue.stops(entry);
        model.put("stops", Stopped.of(stops, Catalogue.theirs(listing, caller)));
        model.put("forms", StopForms.and(forms(listing, caller, visit), listing, product, caller, visit));
        if (stops.isEmpty() && mayBuy(listing, caller)) model.put("order", order(visit));
        if (Catalogue.theirs(listing, caller)) {
            var reader = Audience.of(caller, Side.VENDOR);
            var decision = DecisionView.of(Objects.requireNonNull(listing.decision()), reader);
            var explained = address(listing) + "/decisions/" + decision.digest();
            model.put("decision", judgement(listing.state(), decision, explained));
            var events = history.read(Listing.class, id.value(), Eyes.of(caller, reader));
            model.put("changed", caller.may("review:decide") && isAnswerChanged(events));
            model.put("events", events.stream().map(Happening::of).toList());
        }
        prospect.ifPresent(found -> model.put("answer", answer(found, caller, visit)));
        return visit.page("listing", address(listing), model);
    }

    /** What is on offer there, for whoever may look at the listing. */
    ProductId product(ListingId listing, Caller caller) {
        return catalogue.visible(listing, caller).listing().offer().product();
    }

    static String address(ListingView listing) {
        return "/listings/" + listing.id();
    }

    private static Judgement judgement(String state, DecisionView decision, String explained) {
        return Judgement.of(decision, explained, state.equals(ListingBoard.HELD), ONCE_PUBLISHED.contains(state));
    }

    /** Nothing has happened since, so the listing waits on. */
    private static boolean isAnswerChanged(List<HistoryEntry> events) {
        return events.getLast().name().equals("listing.answer-changed");
    }

    private static boolean mayBuy(ListingView listing, Caller caller) {
        return listing.published()
                && caller.may("trade:order")
                && !caller.actsFor(listing.offer().vendor());
    }

    /** An order is named here, so that the same form sent twice is one order. */
    record Order(String trade, String purpose, String scenario, List<Field> facts) {}

    private static Order order(Visit visit) {
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
    record Answer(String summary, @Nullable Told objection, Judgement law) {}

    static Answer answer(Prospect found, Caller caller, Visit visit) {
        var objection = found.objection().map(visit::objection).orElse(null);
        var summary = objection != null
                ? "quote.objection"
                : "quote." + found.law().verdict().name();
        var law = DecisionView.of(found.law(), Audience.of(caller, found.proposed()));
        return new Answer(summary, objection, Judgement.of(law));
    }

    private static List<Form> forms(ListingView listing, Caller caller, Visit visit) {
        var forms = new ArrayList<Form>();
        var address = address(listing);
        if (listing.state().equals(ListingBoard.HELD) && caller.may("review:decide")) {
            var decision = Objects.requireNonNull(listing.decision());
            forms.add(visit.form(
                    Act.APPROVE,
                    address,
                    Field.hidden("decision", decision.digest()),
                    Field.area("ground"),
                    Field.line("evidence")));
            forms.add(visit.form(Act.REJECT, address, Field.area("reason")));
        }
        if (!caller.may("listing:suspend") || !Catalogue.theirs(listing, caller)) return forms;
        var suspended = listing.state().equals(ListingBoard.SUSPENDED);
        var open = suspended || listing.published();
        if (StopForms.mayLift(listing.stops(), caller)) forms.add(visit.form(Act.RESUME, address));
        if (open && StopForms.maySet(listing.stops(), caller)) {
            forms.add(visit.form(Act.SUSPEND, address, Field.area("reason")));
        }
        if (open && caller.may("listing:withdraw")) forms.add(visit.form(Act.WITHDRAW, address, Field.area("reason")));
        return forms;
    }
}
