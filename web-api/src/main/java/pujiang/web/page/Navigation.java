package pujiang.web.page;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.web.page.NavigationEntry.Link;

/** The navigation above every page, as the features bring it. The layout asks for it by its name. */
@Component("navigation")
public final class Navigation {

    private final List<NavigationEntry> entries;

    Navigation(List<NavigationEntry> entries) {
        this.entries = entries;
    }

    public List<Link> of(Caller caller) {
        return entries.stream()
                .flatMap(entry -> entry.of(caller).stream())
                .sorted(Comparator.comparingInt(Link::rank))
                .toList();
    }
}
