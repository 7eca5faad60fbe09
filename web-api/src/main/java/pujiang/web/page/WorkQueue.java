package pujiang.web.page;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.app.security.Caller;

/** A feature's tasks for people, on their start page. */
public interface WorkQueue {

    /** More is not read at a glance; the lists show the rest. A queue is asked for one more than that. */
    int MOST = 20;

    /** Empty for a caller who never has anything to do there; a queue without items for one who has nothing just now. */
    List<Queue> of(Caller caller, PageRequest visit);

    /**
     * Queues of the same name are one, whatever feature they come from.
     *
     * @param rank where it stands among the others
     * @param name key of its title, after {@code queue.}
     */
    record Queue(int rank, String name, List<Item> items) {

        public Queue {
            items = List.copyOf(items);
        }

        public static Queue of(int rank, String name, Stream<Item> items) {
            return new Queue(rank, name, items.toList());
        }
    }

    /**
     * One thing that waits.
     *
     * @param due by when; null where nothing ends by itself
     * @param forms what can be done at once, without words; where there is none, the link leads to what can be done
     */
    record Item(String link, String title, String detail, Badge badge, @Nullable Instant due, List<Form> forms) {

        public Item {
            forms = List.copyOf(forms);
        }

        public Item(String link, String title, String detail, Badge badge, @Nullable Instant due) {
            this(link, title, detail, badge, due, List.of());
        }
    }
}
