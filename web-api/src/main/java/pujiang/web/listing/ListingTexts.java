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
import pujiang.web.page.Happening;
import pujiang.web.page.Said;

/** The history of a listing as its page tells it. */
public final class ListingTexts {

    private ListingTexts() {}

    static Happening of(HistoryEvent happened) {
        return Happening.of(happened.entry(), said((ListingEvent) happened.event()));
    }

    public static List<Said> said(ListingEvent event) {
        return switch (event) {
            case ListingPublished it -> Said.of(it.clearance()).toList();
            case ListingAnswerChanged it -> List.of(Said.of("read", it.read(), "/read"));
            case ListingSuspended it -> List.of(Said.reason(it.reason()));
            case ListingStopLifted it -> List.of(Said.ground(it.ground().name()));
            case ListingWithdrawn it -> List.of(Said.reason(it.reason()));
            case ListingRejected it -> List.of(Said.reason(it.reason()));
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
