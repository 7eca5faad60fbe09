package pujiang.web.obligation;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.web.page.NavigationEntry;

/** The entry of obligations in the navigation, for all users. */
@Component
final class ObligationNavigation implements NavigationEntry {

    @Override
    public List<Link> of(Caller caller) {
        return List.of(new Link(40, "page.obligations", "/obligations"));
    }
}
