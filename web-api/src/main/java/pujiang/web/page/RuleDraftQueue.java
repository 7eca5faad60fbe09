package pujiang.web.page;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.rulebook.Activations;
import pujiang.app.rulebook.RuleDraftView;
import pujiang.app.security.Caller;
import pujiang.web.page.Waiting.Item;
import pujiang.web.page.Waiting.Queue;

/** Drafts of the law that wait for a second person: for whoever may be that person. */
@Component
class RuleDraftQueue {

    private final Activations activations;

    RuleDraftQueue(Activations activations) {
        this.activations = activations;
    }

    List<Queue> of(Caller caller) {
        if (!caller.may("law:activate")) return List.of();
        var drafts = activations.waitingFor(caller, Waiting.MOST + 1);
        return List.of(Queue.of("rule-drafts", drafts.stream().map(RuleDraftQueue::item)));
    }

    private static Item item(RuleDraftView draft) {
        return new Item(
                RuleDraftPage.address(draft.id()),
                draft.id().value(),
                String.join(", ", draft.authors()),
                Badge.of(draft),
                null,
                List.of());
    }
}
