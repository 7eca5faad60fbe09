package pujiang.web.trade;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.trade.ReviewBoard;
import pujiang.app.trade.ReviewView;
import pujiang.app.trade.TradeHistory;
import pujiang.web.page.Badge;
import pujiang.web.page.Panel;

/** For officers: how pressing a review is, who works on it, and what it waits for. */
@Component
final class ReviewPanel implements TradePanel {

    private final ReviewBoard reviews;
    private final TradeHistory history;

    ReviewPanel(ReviewBoard reviews, TradeHistory history) {
        this.reviews = reviews;
        this.history = history;
    }

    /** @param changed whether officers must begin anew */
    record Model(ReviewView review, boolean changed, Badge risk) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        if (!reading.caller().may("review:decide")) return List.of();
        var trade = reading.trade().id();
        return reviews
                .find(trade)
                .map(review -> new Model(review, history.isAnswerChanged(trade), TradeBadges.of(review.risk())))
                .map(model -> new Panel(TO_DO, "trade/review-panel", model))
                .stream()
                .toList();
    }
}
