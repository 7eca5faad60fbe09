package pujiang.history;

import java.util.List;

/** How the events of participants have changed. */
final class ParticipantRevisions {

    static final List<Upcast> STEPS = List.of(
            // A suspension was recorded without its author and its ground.
            Upcast.addsNull("participant.suspended", 1, "stop"));

    private ParticipantRevisions() {}
}
