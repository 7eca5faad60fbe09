package pujiang.web.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.participant.ParticipantView;
import pujiang.app.security.Caller;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;
import pujiang.web.page.WorkQueue;

/** Applications to verify, and those whose end is overdue. */
@Component
final class ParticipantQueues implements WorkQueue {

    private final ParticipantBoard board;

    ParticipantQueues(ParticipantBoard board) {
        this.board = board;
    }

    @Override
    public List<Queue> of(Caller caller, PageRequest visit) {
        var queues = new ArrayList<Queue>();
        if (caller.may("participant:verify")) {
            var applied = board.waiting(MOST + 1).stream();
            queues.add(
                    Queue.of(10, "applications", applied.map(view -> item(view, verification(view, caller, visit)))));
        }
        if (caller.may("operations:read")) {
            var late = board.due(visit.reader().now(), MOST).stream()
                    .map(board::find)
                    .flatMap(Optional::stream);
            queues.add(Queue.of(40, "overdue", late.map(view -> item(view, List.of()))));
        }
        return queues;
    }

    private static List<Form> verification(ParticipantView view, Caller caller, PageRequest visit) {
        return ParticipantForms.of(view, caller, visit).stream()
                .filter(form -> form.act().equals(ParticipantFormActions.VERIFY))
                .toList();
    }

    private static Item item(ParticipantView view, List<Form> atOnce) {
        var organisation = view.organisation();
        return new Item(
                ParticipantForms.address(view),
                organisation.name(),
                organisation.registration().value(),
                ParticipantForms.badge(view),
                view.due(),
                atOnce);
    }
}
