package pujiang.web.trade;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.web.page.NavigationEntry;

/** The way to trades, and for officers to what they review. */
@Component
final class TradeNavigation implements NavigationEntry {

    @Override
    public List<Link> of(Caller caller) {
        var links = new ArrayList<Link>();
        if (caller.may("review:decide")) links.add(new Link(10, "page.reviews", "/reviews"));
        links.add(new Link(30, "page.trades", "/trades"));
        return links;
    }
}
