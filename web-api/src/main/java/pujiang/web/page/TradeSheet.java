package pujiang.web.page;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.history.HistoryEntry;
import pujiang.app.obligation.ObligationBoard;
import pujiang.app.parked.ParkedEventBoard;
import pujiang.app.security.Caller;
import pujiang.app.trade.PaperView;
import pujiang.app.trade.ReviewBoard;
import pujiang.app.trade.TradeAccess;
import pujiang.app.trade.TradeHistory;
import pujiang.app.trade.TradeView;
import pujiang.app.watch.WatchHistory;
import pujiang.trade.TradeId;

/** Everything about one trade on one page. */
@Component
class TradeSheet {

    /** A file goes in as a stream of its own under its digest; a browser's form would send it in another form. */
    private static final String UPLOAD =
            """
            FILE=series.csv
            TOKEN=$(curl -s EXCHANGE/api/v1/tokens -H 'Content-Type: application/json' \\
              -d '{"username": "…", "password": "…", "name": "upload", "days": 1}' | jq -r .token)
            SHA256=$(sha256sum "$FILE" | cut -d' ' -f1)
            curl -T "$FILE" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: text/csv' \\
              EXCHANGE/api/v1/contents/$SHA256""";

    private final TradeAccess access;
    private final TradeHistory history;
    private final ReviewBoard reviews;
    private final TradeForms forms;
    private final Names names;
    private final ObligationBoard obligations;
    private final ObligationWords words;
    private final WatchHistory watch;
    private final ParkedEventBoard parked;
    private final TradeAnswers answers;

    TradeSheet(
            TradeAccess access,
            TradeHistory history,
            ReviewBoard reviews,
            TradeForms forms,
            Names names,
            ObligationBoard obligations,
            ObligationWords words,
            WatchHistory watch,
            ParkedEventBoard parked,
            TradeAnswers answers) {
        this.answers = answers;
        this.access = access;
        this.history = history;
        this.reviews = reviews;
        this.forms = forms;
        this.names = names;
        this.obligations = obligations;
        this.words = words;
        this.watch = watch;
        this.parked = parked;
    }

    ModelAndView show(TradeId id, Caller caller, Visit visit) {
        var trade = access.visible(id, caller);
        var events = history.events(trade, caller);
        var happened = events.stream().map(HistoryEntry::name).collect(Collectors.toSet());
        var model = new HashMap<String, Object>();
        model.put("trade", trade);
        model.put("badge", Badge.of(trade));
        model.put("title", names.of(trade.agreement().product()));
        model.put("vendor", names.of(trade.agreement().vendor()));
        model.put("buyer", names.of(trade.agreement().buyer()));
        model.put("steps", Step.of(happened, trade.state().equals("terminated")));
        model.put("forms", forms.of(trade, caller, visit));
        papers(trade, caller, visit, model);
        model.put("upload", UPLOAD.replace("EXCHANGE", visit.exchange()));
        model.put("obligations", obligations.of(id).stream().map(words::row).toList());
        model.put("awaits", parked.awaits(id));
        model.put("events", events.stream().map(Happening::of).toList());
        afterwards(trade, caller, model);
        answers.of(
                trade,
                trade.reader(caller),
                TradeForms.held(trade),
                visit.reader().today(),
                model);
        model.put("accepts", TradeForms.mayAccept(trade, caller));
        model.put("used", Stated.of(trade.agreement().use().facts()));
        history.receipt(id).ifPresent(receipt -> model.put("receipt", receipt));
        history.certificate(id).ifPresent(certificate -> model.put("certificate", certificate));
        history.payout(id).ifPresent(payout -> model.put("payout", payout));
        model.put("reserved", happened.contains("trade.agreed") && trade.outcome() == null);
        model.put("refunded", happened.contains("trade.agreed") && trade.state().equals("terminated"));
        return visit.page("trade", TradeForms.address(trade), model);
    }

    /** The newest first. */
    private void afterwards(TradeView trade, Caller caller, Map<String, Object> model) {
        var id = trade.id();
        var decisions = watch.decisions(id, trade.reader(caller)).reversed();
        model.put("afterwards", decisions.stream().map(Judgement::of).toList());
        model.put("resolutions", watch.resolutions(trade, caller).reversed());
        model.put("incidents", watch.incidents(id));
        model.put("purposes", watch.purposes(id));
    }

    /**
     * A document that was asked for.
     *
     * @param readable whether the reader may read it, and it is there
     * @param withdrawal for who may take the request back; null for everybody else
     */
    record Asked(PaperView paper, Badge badge, boolean readable, @Nullable Form withdrawal) {}

    private void papers(TradeView trade, Caller caller, Visit visit, Map<String, Object> model) {
        var papers = access.papers(trade.id(), caller).stream()
                .map(paper -> new Asked(
                        paper,
                        Badge.of(paper.status()),
                        paper.content() != null && caller.may("document:read"),
                        forms.withdrawal(trade, paper, caller, visit)))
                .toList();
        var owes = forms.mayProvide(trade, caller)
                && papers.stream().anyMatch(asked -> asked.paper().open());
        model.put("papers", papers);
        model.put("uploads", owes || forms.mayDeliver(trade, caller));
        if (caller.may("review:decide")) {
            reviews.find(trade.id()).ifPresent(review -> {
                model.put("review", review);
                model.put("changed", history.isAnswerChanged(trade.id()));
                model.put("risk", Badge.of(review.risk()));
            });
        }
    }

    /** What accepting does, for whoever may. */
    ModelAndView acceptance(TradeId id, Caller caller, Visit visit) {
        var trade = access.visible(id, caller);
        if (!TradeForms.mayAccept(trade, caller)) return Visit.seeOther(TradeForms.address(trade));
        var model = new HashMap<String, Object>();
        model.put("trade", trade);
        model.put("product", names.of(trade.agreement().product()));
        model.put("vendor", names.of(trade.agreement().vendor()));
        model.put("form", visit.form(Act.ACCEPT, TradeForms.address(trade)));
        return visit.page("acceptance", TradeForms.address(trade), model);
    }
}
