package pujiang.web.listing;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.web.page.NavigationEntry;

/** The entry of the catalogue in the navigation, for all users. */
@Component
final class CatalogueNavigation implements NavigationEntry {

    @Override
    public List<Link> of(Caller caller) {
        return List.of(new Link(20, "page.catalogue", "/catalogue", List.of("/catalogue", "/listings")));
    }
}
