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
import pujiang.web.decision.FactForm;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.security.Requires;
import pujiang.web.trade.TradePageModel;

/** Files on a trade's page: what its vendor delivers, its buyer fetches, and a party shows to an officer. */
@PageController
@RequestMapping("/trades/{trade}")
class DeliveryPage {

    private final TradePageModel sheet;
    private final Deliveries deliveries;
    private final Documents documents;
    private final Downloads downloads;

    DeliveryPage(TradePageModel sheet, Deliveries deliveries, Documents documents, Downloads downloads) {
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
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> documents.provide(trade, number, document, FactForm.facts(sent), caller);
        return sheet.submit(DeliveryFormActions.PROVIDE, trade, deed, caller, once, visit);
    }

    @Requires("trade:deliver")
    @PostMapping("/delivery")
    ModelAndView deliver(
            @PathVariable TradeId trade,
            @RequestParam String sha256,
            @RequestParam(defaultValue = "") String name,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
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
    ModelAndView download(@PathVariable TradeId trade, Caller caller, PageRequest visit) {
        return visit.submit(
                DeliveryFormActions.DOWNLOAD,
                () -> downloads.link(trade, caller.own()).url(),
                () -> sheet.show(trade, caller, visit));
    }
}
