package pujiang.web.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.listing.Catalogue;
import pujiang.app.listing.CatalogueEntry;
import pujiang.app.security.Caller;
import pujiang.app.trade.EarlierOrdersBoard;
import pujiang.app.trade.OrderRequest;
import pujiang.app.trade.Purchasing;
import pujiang.app.trade.TradeView;
import pujiang.listing.Terms;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;
import pujiang.web.decision.StatedFact;
import pujiang.web.page.Badge;
import pujiang.web.page.PageRequest;
import pujiang.web.trade.TradeBadges;

/**
 * The effect of an order before it is made: the product, the vendor, the use, the price, and whether it is a
 * repetition.
 */
@Component
class OrderPageModel {

    private final Catalogue catalogue;
    private final Purchasing purchasing;
    private final EarlierOrdersBoard earlier;

    OrderPageModel(Catalogue catalogue, Purchasing purchasing, EarlierOrdersBoard earlier) {
        this.catalogue = catalogue;
        this.purchasing = purchasing;
        this.earlier = earlier;
    }

    /** An order that the buyer has made already. */
    record Earlier(TradeView trade, Badge badge) {

        static Earlier of(TradeView trade) {
            return new Earlier(trade, TradeBadges.of(trade));
        }
    }

    /**
     * @param facts what the buyer states of its use
     * @param seen the newest of the earlier orders; empty if there is none
     */
    record Model(
            CatalogueEntry entry,
            TradeId trade,
            OrderRequest wanted,
            List<StatedFact> facts,
            ListingPageModel.Answer answer,
            List<Earlier> earlier,
            String seen) {

        public Terms terms() {
            return entry.listing().offer().terms();
        }
    }

    /** Whether the buyer has been shown all this, and has ordered nothing else of it since. */
    boolean isSeen(TradeId trade, OrderRequest wanted, @Nullable String shown, Caller caller) {
        return shown != null && shown.equals(newest(others(trade, wanted, caller)));
    }

    /** @throws Refused if the exchange or the terms stand against it */
    ModelAndView show(TradeId trade, OrderRequest wanted, Caller caller, PageRequest visit) {
        var prospect = purchasing.prospect(caller.own(), wanted.listing(), wanted.use());
        prospect.objection().ifPresent(objection -> {
            throw new Refused(objection);
        });
        var entry = catalogue.visible(wanted.listing(), caller);
        var others = others(trade, wanted, caller);
        var model = new Model(
                entry,
                trade,
                wanted,
                StatedFact.of(wanted.use().facts()),
                ListingPageModel.answer(prospect, caller, visit),
                others.stream().map(Earlier::of).toList(),
                newest(others));
        return visit.page("listing/order", "/listings/" + wanted.listing(), model);
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
