package pujiang.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pujiang.app.command.Clash.Event;

/** Which state each of an aggregate's events has led to, in the words of its answers. */
@FunctionalInterface
interface Course {

    List<String> states(List<Event> events);

    /** Where the event alone says it; one that is not in the table changes none, and before the first there is none. */
    static Course of(Map<String, String> table) {
        return events -> {
            var states = new ArrayList<String>();
            for (var event : events)
                states.add(table.getOrDefault(event.name(), states.isEmpty() ? "" : states.getLast()));
            return states;
        };
    }

    default String last(List<Event> events) {
        return events.isEmpty() ? "" : states(events).getLast();
    }
}
