package pujiang.web.page;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.listing.Catalogue;
import pujiang.app.security.Caller;
import pujiang.app.trade.EarlierOrdersBoard;
import pujiang.app.trade.OrderRequest;
import pujiang.app.trade.Purchasing;
import pujiang.app.trade.TradeView;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;

/** What an order would do, before it is made: what is bought, from whom, for what, for how much, and whether once more. */
@Component
class OrderSheet {

    private final Catalogue catalogue;
    private final Purchasing purchasing;
    private final EarlierOrdersBoard earlier;

    OrderSheet(Catalogue catalogue, Purchasing purchasing, EarlierOrdersBoard earlier) {
        this.catalogue = catalogue;
        this.purchasing = purchasing;
        this.earlier = earlier;
    }

    /** An order that the buyer has made already. */
    record Earlier(TradeView trade, Badge badge) {

        static Earlier of(TradeView trade) {
            return new Earlier(trade, Badge.of(trade));
        }
    }

    /** Whether the buyer has been shown all this, and has ordered nothing else of it since. */
    boolean isSeen(TradeId trade, OrderRequest wanted, @Nullable String shown, Caller caller) {
        return shown != null && shown.equals(newest(others(trade, wanted, caller)));
    }

    /** @throws Refused if the exchange or the terms stand against it */
    ModelAndView show(TradeId trade, OrderRequest wanted, Caller caller, Visit visit) {
        var prospect = purchasing.prospect(caller.own(), wanted.listing(), wanted.use());
        prospect.objection().ifPresent(objection -> {
            throw new Refused(objection);
        });
        var entry = catalogue.visible(wanted.listing(), caller);
        var others = others(trade, wanted, caller);
        var model = new HashMap<String, Object>();
        model.put("entry", entry);
        model.put("trade", trade);
        model.put("wanted", wanted);
        model.put("terms", entry.listing().offer().terms());
        model.put("facts", Stated.of(wanted.use().facts()));
        model.put("answer", ListingSheet.answer(prospect, caller, visit));
        model.put("earlier", others.stream().map(Earlier::of).toList());
        model.put("seen", newest(others));
        return visit.page("order", "/listings/" + wanted.listing(), model);
    }

    private List<TradeView> others(TradeId trade, OrderRequest wanted, Caller caller) {
        return earlier.of(caller.own(), wanted.listing()).stream()
                .filter(each -> !each.id().equals(trade))
                .toList();
    }

    private static String newest(List<TradeView> orders) {
        return orders.isEmpty() ? "" : orders.getFirst().id().value();
    }
}
