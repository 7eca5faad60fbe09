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
    void compare(Life life, ResultSet row, Compared compared) throws SQLException {
        compared.same("its state", "状态", row.getString("state"), state(life));
        compared.same("its revision", "修订号", row.getInt("revision"), revision(life));
        compared.stops(row, state(life).equals("suspended"));
    }

    private static int revision(Life life) {
        return life.last(ListingRevised.class)
                .map(ListingRevised::revision)
                .orElse(life.last(ListingPublished.class).isPresent() ? 1 : 0);
    }
}
