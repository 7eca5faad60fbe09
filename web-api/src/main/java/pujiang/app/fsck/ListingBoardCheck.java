package pujiang.app.fsck;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;
import pujiang.listing.Listing;
import pujiang.listing.ListingEvent.ListingPublished;
import pujiang.listing.ListingEvent.ListingRevised;

@Component
final class ListingBoardCheck extends BoardCheck {

    ListingBoardCheck() {
        super(Listing.class, "listing_board", "listings", "挂牌");
    }

    @Override
    void compare(EventStream eventStream, ResultSet row, Compared compared) throws SQLException {
        compared.same("its state", "状态", row.getString("state"), state(eventStream));
        compared.same("its revision", "修订号", row.getInt("revision"), revision(eventStream));
        compared.stops(row, state(eventStream).equals("suspended"));
    }

    private static int revision(EventStream eventStream) {
        return eventStream
                .last(ListingRevised.class)
                .map(ListingRevised::revision)
                .orElse(eventStream.last(ListingPublished.class).isPresent() ? 1 : 0);
    }
}
