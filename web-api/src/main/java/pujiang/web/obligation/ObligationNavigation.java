package pujiang.web.obligation;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.web.page.NavigationEntry;

/** Everybody finds the way to what is owed. */
@Component
final class ObligationNavigation implements NavigationEntry {

    @Override
    public List<Link> of(Caller caller) {
        return List.of(new Link(40, "page.obligations", "/obligations"));
    }
}
