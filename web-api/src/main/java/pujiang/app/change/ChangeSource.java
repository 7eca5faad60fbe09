package pujiang.app.change;

import java.util.Set;
import pujiang.app.request.Address;
import pujiang.participant.ParticipantId;

/**
 * One kind of things whose changes are told. A feature brings its own; things without one are told to nobody. A change is
 * told to whoever may read the history of the thing.
 */
public interface ChangeSource {

    /** The kind, as the event store names it. */
    Class<?> aggregate();

    /** Without which nobody is told of any of them. */
    String permission();

    /**
     * Which of these things' histories a participant may read.
     *
     * @param ids of things of this kind
     */
    Set<String> readableBy(ParticipantId reader, Set<String> ids);

    /** Where the thing is read. */
    Address address(String id);
}
