package pujiang.app.participant;

import java.util.Set;
import org.springframework.stereotype.Component;
import pujiang.app.change.ChangeSource;
import pujiang.app.request.Address;
import pujiang.participant.Participant;
import pujiang.participant.ParticipantId;

/** Changes of a participant's file for that participant. */
@Component
final class ParticipantChanges implements ChangeSource {

    @Override
    public Class<?> aggregate() {
        return Participant.class;
    }

    @Override
    public String permission() {
        return "participant:read";
    }

    @Override
    public Set<String> readableBy(ParticipantId reader, Set<String> ids) {
        return ids.contains(reader.value()) ? Set.of(reader.value()) : Set.of();
    }

    @Override
    public Address address(String id) {
        return Address.of("/api/v1/participants").step(id);
    }
}
