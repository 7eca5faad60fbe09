package pujiang.app.rulebook;

import java.util.Set;
import org.springframework.stereotype.Component;
import pujiang.app.change.ChangeSource;
import pujiang.app.request.Address;
import pujiang.participant.ParticipantId;
import pujiang.rulebook.RuleBookInForce;

/** Changes of the rule book in force for readers of all decisions. */
@Component
final class RuleBookChanges implements ChangeSource {

    @Override
    public Class<?> aggregate() {
        return RuleBookInForce.class;
    }

    @Override
    public String permission() {
        return "decision:examine";
    }

    @Override
    public Set<String> readableBy(ParticipantId reader, Set<String> ids) {
        return Set.of();
    }

    @Override
    public Address address(String id) {
        return Address.of("/api/v1/rule-book");
    }
}
