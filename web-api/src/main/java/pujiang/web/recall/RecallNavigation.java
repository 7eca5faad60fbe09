package pujiang.web.recall;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.web.page.NavigationEntry;

/** The way to recalls. */
@Component
final class RecallNavigation implements NavigationEntry {

    @Override
    public List<Link> of(Caller caller) {
        return caller.may("recall:read") ? List.of(new Link(50, "page.recalls", "/recalls")) : List.of();
    }
}
