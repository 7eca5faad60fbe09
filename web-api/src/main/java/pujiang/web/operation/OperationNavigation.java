package pujiang.web.operation;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.web.page.NavigationEntry;

/** The way to the exchange's own work. */
@Component
final class OperationNavigation implements NavigationEntry {

    @Override
    public List<Link> of(Caller caller) {
        return caller.may("operations:read") ? List.of(new Link(100, "page.operations", "/operations")) : List.of();
    }
}
