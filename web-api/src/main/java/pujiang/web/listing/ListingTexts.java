package pujiang.web.listing;

import java.util.List;
import pujiang.app.history.HistoryEvent;
import pujiang.listing.ListingEvent;
import pujiang.listing.ListingEvent.ListingAnswerChanged;
import pujiang.listing.ListingEvent.ListingEnded;
import pujiang.listing.ListingEvent.ListingHeld;
import pujiang.listing.ListingEvent.ListingLapsed;
import pujiang.listing.ListingEvent.ListingPublished;
import pujiang.listing.ListingEvent.ListingRefused;
import pujiang.listing.ListingEvent.ListingRejected;
import pujiang.listing.ListingEvent.ListingResumed;
import pujiang.listing.ListingEvent.ListingResumptionRefused;
import pujiang.listing.ListingEvent.ListingRevised;
import pujiang.listing.ListingEvent.ListingRevisionRefused;
import pujiang.listing.ListingEvent.ListingStopLifted;
import pujiang.listing.ListingEvent.ListingSuspended;
import pujiang.listing.ListingEvent.ListingWithdrawn;
import pujiang.web.page.Remark;
import pujiang.web.page.TimelineEntry;

/** The history of a listing as its page tells it. */
public final class ListingTexts {

    private ListingTexts() {}

    static TimelineEntry of(HistoryEvent happened) {
        return TimelineEntry.of(happened.entry(), said((ListingEvent) happened.event()));
    }

    public static List<Remark> said(ListingEvent event) {
        return switch (event) {
            case ListingPublished it -> Remark.of(it.clearance()).toList();
            case ListingAnswerChanged it -> List.of(Remark.of("read", it.read(), "/read"));
            case ListingSuspended it -> List.of(Remark.reason(it.reason()));
            case ListingStopLifted it -> List.of(Remark.ground(it.ground().name()));
            case ListingWithdrawn it -> List.of(Remark.reason(it.reason()));
            case ListingRejected it -> List.of(Remark.reason(it.reason()));
            case ListingHeld _,
                    ListingRefused _,
                    ListingRevised _,
                    ListingRevisionRefused _,
                    ListingResumed _,
                    ListingResumptionRefused _,
                    ListingEnded _,
                    ListingLapsed _ -> List.of();
        };
    }
}
