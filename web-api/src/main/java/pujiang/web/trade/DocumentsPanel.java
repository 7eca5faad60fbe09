package pujiang.web.trade;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.trade.PaperView;
import pujiang.app.trade.TradeAccess;
import pujiang.trade.TradeId;
import pujiang.web.page.Badge;
import pujiang.web.page.Form;
import pujiang.web.page.Panel;

/** The documents that officers have requested from the parties, with the result of each request. */
@Component
final class DocumentsPanel implements TradePanel {

    private final TradeAccess access;
    private final ReviewForms reviews;

    DocumentsPanel(TradeAccess access, ReviewForms reviews) {
        this.access = access;
        this.reviews = reviews;
    }

    record Model(TradeId trade, List<Asked> papers) {}

    /**
     * A document that was asked for.
     *
     * @param readable whether the reader may read it, and it is there
     * @param withdrawal for who may take the request back; null for everybody else
     */
    record Asked(PaperView paper, Badge badge, boolean readable, @Nullable Form withdrawal) {}

    @Override
    public List<Panel> of(TradeReading reading) {
        var trade = reading.trade().id();
        var papers = access.papers(trade, reading.caller()).stream()
                .map(paper -> asked(paper, reading))
                .toList();
        if (papers.isEmpty()) return List.of();
        return List.of(new Panel(TO_DO + 10, "trade/documents-panel", new Model(trade, papers)));
    }

    private Asked asked(PaperView paper, TradeReading reading) {
        var caller = reading.caller();
        return new Asked(
                paper,
                TradeBadges.of(paper.status()),
                paper.content() != null && caller.may("document:read"),
                reviews.withdrawal(reading.trade(), paper, caller, reading.visit()));
    }
}
