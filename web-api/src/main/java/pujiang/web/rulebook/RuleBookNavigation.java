package pujiang.web.rulebook;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.web.page.NavigationEntry;

/** The way to the rule book: what its rules were of use for, and how it is changed. */
@Component
final class RuleBookNavigation implements NavigationEntry {

    @Override
    public List<Link> of(Caller caller) {
        var links = new ArrayList<Link>();
        if (caller.may("decision:examine"))
            links.add(new Link(70, "page.rule-coverage", "/rule-book/coverage", List.of("/rule-book")));
        if (caller.staff()) links.add(new Link(80, "page.rule-drafts", "/rule-drafts"));
        return links;
    }
}
