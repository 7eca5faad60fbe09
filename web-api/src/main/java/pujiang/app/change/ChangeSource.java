package pujiang.app.change;

import java.util.Set;
import pujiang.app.request.Address;
import pujiang.participant.ParticipantId;

/**
 * One kind of things whose changes are listed. A feature contributes its kind. Things of other kinds are not listed. A
 * change is listed for every caller that may read the history of the thing.
 */
public interface ChangeSource {

    /** The kind, as the event store names it. */
    Class<?> aggregate();

    /** The permission to see changes of this kind. */
    String permission();

    /**
     * The things whose histories a participant may read.
     *
     * @param ids of things of this kind
     */
    Set<String> readableBy(ParticipantId reader, Set<String> ids);

    /** The address of the thing. */
    Address address(String id);
}
