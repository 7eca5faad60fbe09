package pujiang.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.web.page.WorkQueue.Item;
import pujiang.web.page.WorkQueue.Queue;

/** The tasks of a caller, from all features; in each queue soonest end first. */
@Component
public final class WorkQueues {

    private static final Comparator<Item> SOONEST =
            Comparator.comparing(Item::due, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<WorkQueue> queues;

    WorkQueues(List<WorkQueue> queues) {
        this.queues = queues;
    }

    /** @param more whether there are more than are shown */
    public record Shown(String name, List<Item> items, boolean more) {

        static Shown of(String name, List<Item> items) {
            var all = items.stream().sorted(SOONEST).toList();
            return new Shown(name, all.stream().limit(WorkQueue.MOST).toList(), all.size() > WorkQueue.MOST);
        }
    }

    public List<Shown> queues(Caller caller, PageRequest visit) {
        var byName = new LinkedHashMap<String, List<Item>>();
        queues.stream()
                .flatMap(queue -> queue.of(caller, visit).stream())
                .sorted(Comparator.comparingInt(Queue::rank))
                .forEach(queue -> byName.computeIfAbsent(queue.name(), _ -> new ArrayList<>())
                        .addAll(queue.items()));
        return byName.entrySet().stream()
                .map(queue -> Shown.of(queue.getKey(), queue.getValue()))
                .toList();
    }
}
