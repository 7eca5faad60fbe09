package pujiang.web.participant;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.web.page.NavigationEntry;

/** The exchange's own people find the way to all files, a participant to its own. */
@Component
final class ParticipantNavigation implements NavigationEntry {

    @Override
    public List<Link> of(Caller caller) {
        if (caller.staff()) return List.of(new Link(60, "page.participants", "/participants"));
        var own = "/participants/" + caller.own();
        return List.of(new Link(110, "page.own-file", own, List.of("/participants")));
    }
}
