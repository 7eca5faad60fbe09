package pujiang.web.delivery;

import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.delivery.Deliveries;
import pujiang.app.delivery.Documents;
import pujiang.app.delivery.Downloads;
import pujiang.app.security.Caller;
import pujiang.trade.TradeId;
import pujiang.web.decision.Written;
import pujiang.web.idempotency.Once;
import pujiang.web.page.PageController;
import pujiang.web.page.Visit;
import pujiang.web.security.Requires;
import pujiang.web.trade.TradeSheet;

/** Files on a trade's page: what its vendor delivers, its buyer fetches, and a party shows to an officer. */
@PageController
@RequestMapping("/trades/{trade}")
class DeliveryPage {

    private final TradeSheet sheet;
    private final Deliveries deliveries;
    private final Documents documents;
    private final Downloads downloads;

    DeliveryPage(TradeSheet sheet, Deliveries deliveries, Documents documents, Downloads downloads) {
        this.sheet = sheet;
        this.deliveries = deliveries;
        this.documents = documents;
        this.downloads = downloads;
    }

    @Requires("document:provide")
    @PostMapping("/document-requests/{number}/document")
    ModelAndView provide(
            @PathVariable TradeId trade,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String document,
            @RequestParam Map<String, String> sent,
            Caller caller,
            Once once,
            Visit visit) {
        Runnable deed = () -> documents.provide(trade, number, document, Written.facts(sent), caller);
        return sheet.submit(DeliveryFormActions.PROVIDE, trade, deed, caller, once, visit);
    }

    @Requires("trade:deliver")
    @PostMapping("/delivery")
    ModelAndView deliver(
            @PathVariable TradeId trade,
            @RequestParam String sha256,
            @RequestParam(defaultValue = "") String name,
            Caller caller,
            Once once,
            Visit visit) {
        var given = name.isBlank() ? null : name.strip();
        return sheet.submit(
                DeliveryFormActions.DELIVER,
                trade,
                () -> deliveries.deliver(trade, sha256, given, caller),
                caller,
                once,
                visit);
    }

    /** A link of its own each time, since each is used once; and straight on to the file. */
    @Requires("trade:download")
    @PostMapping("/download")
    ModelAndView download(@PathVariable TradeId trade, Caller caller, Visit visit) {
        return visit.submit(
                DeliveryFormActions.DOWNLOAD,
                () -> downloads.link(trade, caller.own()).url(),
                () -> sheet.show(trade, caller, visit));
    }
}
