package pujiang.web.obligation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.obligation.ObligationBoard;
import pujiang.app.obligation.ObligationUseCases;
import pujiang.app.obligation.ObligationView;
import pujiang.app.security.Caller;
import pujiang.web.page.PageRequest;
import pujiang.web.page.WorkQueue;

/** Obligations near or past their deadline, for the responsible party, and proofs for an officer to review. */
@Component
final class ObligationQueues implements WorkQueue {

    private final ObligationBoard board;
    private final ObligationUseCases useCases;
    private final ObligationLabels words;

    ObligationQueues(ObligationBoard board, ObligationUseCases useCases, ObligationLabels words) {
        this.board = board;
        this.useCases = useCases;
        this.words = words;
    }

    @Override
    public List<Queue> of(Caller caller, PageRequest visit) {
        var queues = new ArrayList<Queue>();
        if (caller.may("obligation:prove")) queues.add(owed(caller));
        if (caller.may("obligation:read") && caller.may("review:decide")) {
            queues.add(Queue.of(160, "proofs", items(board.proven(MOST + 1))));
        }
        return queues;
    }

    private Queue owed(Caller caller) {
        var owed = items(board.owed(caller.participant(), useCases.soon(), MOST + 1));
        return caller.staff() ? Queue.of(150, "exchange-obligations", owed) : Queue.of(150, "obligations", owed);
    }

    private Stream<Item> items(List<ObligationView> obligations) {
        return obligations.stream()
                .map(obligation -> new Item(
                        ObligationLabels.address(obligation),
                        words.title(obligation),
                        words.concern(obligation),
                        ObligationLabels.badge(obligation),
                        obligation.deadline()));
    }
}
