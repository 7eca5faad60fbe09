package pujiang.web.trade;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;

/** All forms of a caller for a trade, from all features. */
@Component
final class AllTradeForms {

    private final List<TradeForms> features;

    AllTradeForms(List<TradeForms> features) {
        this.features = features.stream()
                .sorted(Comparator.comparingInt(TradeForms::rank))
                .toList();
    }

    List<Form> of(TradeView trade, Caller caller, PageRequest visit) {
        return features.stream()
                .flatMap(feature -> feature.of(trade, caller, visit).stream())
                .toList();
    }
}
