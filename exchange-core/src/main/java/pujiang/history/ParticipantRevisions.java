package pujiang.history;

import java.util.List;

/** The changes of the events of participants. */
final class ParticipantRevisions {

    static final List<Upcast> STEPS = List.of(
            Upcast.decides("participant.verified", 1),
            Upcast.decides("participant.refused", 1),
            // A suspension was recorded without its author and its ground.
            Upcast.addsNull("participant.suspended", 1, "stop"));

    private ParticipantRevisions() {}
}
