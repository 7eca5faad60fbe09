package pujiang.web.settlement;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.web.page.NavigationEntry;

/** The way to what was booked of the bank's. */
@Component
final class BookingNavigation implements NavigationEntry {

    @Override
    public List<Link> of(Caller caller) {
        return caller.may("ledger:read") ? List.of(new Link(90, "page.bookings", "/bank-bookings")) : List.of();
    }
}
