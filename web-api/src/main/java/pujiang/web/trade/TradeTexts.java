package pujiang.web.trade;

import java.util.List;
import java.util.stream.Stream;
import pujiang.app.history.HistoryEvent;
import pujiang.delivery.Content;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.AccessGrant;
import pujiang.delivery.Handover.FileHandover;
import pujiang.delivery.Handover.Subscription;
import pujiang.trade.ReviewEvent.AnswerChanged;
import pujiang.trade.ReviewEvent.DocumentProvided;
import pujiang.trade.ReviewEvent.DocumentRequestWithdrawn;
import pujiang.trade.ReviewEvent.DocumentRequested;
import pujiang.trade.ReviewEvent.ExceptionGranted;
import pujiang.trade.ReviewEvent.ExceptionRevoked;
import pujiang.trade.ReviewEvent.ReviewClaimed;
import pujiang.trade.ReviewEvent.ReviewContinued;
import pujiang.trade.ReviewEvent.ReviewEscalated;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.ReviewEvent.ReviewReleased;
import pujiang.trade.ReviewEvent.ReviewSupported;
import pujiang.trade.ReviewEvent.UseStated;
import pujiang.trade.TradeEvent;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryAccepted;
import pujiang.trade.TradeEvent.DeliveryCollected;
import pujiang.trade.TradeEvent.DeliveryDisputed;
import pujiang.trade.TradeEvent.DeliveryHeld;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.DeliveryRefused;
import pujiang.trade.TradeEvent.DisputeDismissed;
import pujiang.trade.TradeEvent.OrderHeld;
import pujiang.trade.TradeEvent.OrderRefused;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;
import pujiang.trade.TradeEvent.TradeRescinded;
import pujiang.trade.TradeEvent.TradeSettled;
import pujiang.web.page.Remark;
import pujiang.web.page.TimelineEntry;

/** The history of a trade as its page tells it. */
public final class TradeTexts {

    private TradeTexts() {}

    static TimelineEntry of(HistoryEvent happened) {
        var event = (TradeEvent) happened.event();
        var name = happened.entry().name();
        // Silence that counts as acceptance is told apart from acceptance.
        var silent = event instanceof DeliveryAccepted accepted && accepted.deemed();
        return TimelineEntry.of(happened.entry(), silent ? name + "-by-silence" : name, said(event));
    }

    public static List<Remark> said(TradeEvent event) {
        return switch (event) {
            case TradeAgreed it -> Remark.of(it.clearance()).toList();
            case ReviewSupported it -> Remark.of(it.lifting(), "/lifting").toList();
            case ExceptionGranted it ->
                List.of(
                        Remark.of("ground", it.waiver().lifting().ground(), "/waiver/lifting/ground"),
                        Remark.of("until", it.waiver().until().toString(), "/waiver/until"));
            case ExceptionRevoked it -> List.of(Remark.ground(it.ground()));
            case DocumentRequested it -> List.of(Remark.of("wanted", it.asking().wanted(), "/asking/wanted"));
            case DocumentRequestWithdrawn it -> List.of(Remark.reason(it.reason()));
            case DocumentProvided it -> List.of(content(it.content()));
            case AnswerChanged it ->
                List.of(Remark.of("read", it.read(), "/read"), Remark.of("supporter", it.supporter(), "/supporter"));
            case ReviewRejected it -> List.of(Remark.reason(it.reason()));
            case TradeCancelled it -> List.of(Remark.reason(it.reason()));
            case DeliveryRefused it -> handedOver(it.handover());
            case DeliveryHeld it -> handedOver(it.handover());
            case DeliveryMade it -> made(it);
            case DeliveryDisputed it -> List.of(Remark.reason(it.reason()));
            case TradeRescinded it -> List.of(Remark.ground(it.ground()));
            case DisputeDismissed it -> List.of(Remark.ground(it.ground()));
            case CertificateIssued it ->
                List.of(Remark.of("certificate", it.number().value(), "/number"));
            case OrderRefused _,
                    OrderHeld _,
                    ReviewClaimed _,
                    ReviewReleased _,
                    ReviewEscalated _,
                    UseStated _,
                    ReviewContinued _,
                    TradeLapsed _,
                    DeliveryCollected _,
                    DeliveryAccepted _,
                    TradeSettled _ -> List.of();
        };
    }

    private static List<Remark> made(DeliveryMade event) {
        var delivered = handedOver(event.handover()).stream();
        return Stream.concat(Remark.of(event.clearance()), delivered).toList();
    }

    private static List<Remark> handedOver(Handover handover) {
        return switch (handover) {
            case FileHandover(var content, var name) -> List.of(content(content), Remark.of("file", name, "/fileName"));
            case AccessGrant grant -> List.of(Remark.of("until", grant.until().toString(), "/handover/until"));
            case Subscription read -> List.of(Remark.of("until", read.until().toString(), "/handover/until"));
        };
    }

    private static Remark content(Content content) {
        return Remark.of("content", content.sha256(), "/content/sha256");
    }
}
