package pujiang.web.rulebook;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.rulebook.Activations;
import pujiang.app.rulebook.RuleDraftView;
import pujiang.app.security.Caller;
import pujiang.web.page.PageRequest;
import pujiang.web.page.WorkQueue;

/** Rule drafts that wait for a second person, for users who may be that person. */
@Component
final class RuleDraftQueue implements WorkQueue {

    private final Activations activations;

    RuleDraftQueue(Activations activations) {
        this.activations = activations;
    }

    @Override
    public List<Queue> of(Caller caller, PageRequest visit) {
        if (!caller.may("law:activate")) return List.of();
        var drafts = activations.waitingFor(caller, MOST + 1);
        return List.of(Queue.of(190, "rule-drafts", drafts.stream().map(RuleDraftQueue::item)));
    }

    private static Item item(RuleDraftView draft) {
        return new Item(
                RuleDraftPage.address(draft.id()),
                draft.id().value(),
                String.join(", ", draft.authors()),
                RuleDraftPage.badge(draft),
                null);
    }
}
