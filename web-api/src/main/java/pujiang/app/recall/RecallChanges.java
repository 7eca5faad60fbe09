package pujiang.app.recall;

import java.util.Set;
import org.springframework.stereotype.Component;
import pujiang.app.change.ChangeSource;
import pujiang.app.request.Address;
import pujiang.participant.ParticipantId;
import pujiang.recall.Recall;

/** Changes of recalls for the staff, the only readers of their events. */
@Component
final class RecallChanges implements ChangeSource {

    @Override
    public Class<?> aggregate() {
        return Recall.class;
    }

    @Override
    public String permission() {
        return "recall:read";
    }

    @Override
    public Set<String> readableBy(ParticipantId reader, Set<String> ids) {
        return Set.of();
    }

    @Override
    public Address address(String id) {
        return Address.of("/api/v1/recalls").step(id);
    }
}
