package pujiang.app.obligation;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.change.ChangeSource;
import pujiang.app.request.Address;
import pujiang.obligation.Obligation;
import pujiang.participant.ParticipantId;

/** Changes of obligations for the responsible party and for both sides of the matter. */
@Component
final class ObligationChangesBoard implements ChangeSource {

    private final JdbcClient database;
    private final ObligationBoard board;

    ObligationChangesBoard(JdbcClient database, ObligationBoard board) {
        this.database = database;
        this.board = board;
    }

    @Override
    public Class<?> aggregate() {
        return Obligation.class;
    }

    @Override
    public String permission() {
        return "obligation:read";
    }

    @Override
    public Set<String> readableBy(ParticipantId reader, Set<String> ids) {
        return database
                .sql("SELECT * FROM obligation_board WHERE id IN (:ids)")
                .param("ids", ids)
                .query((row, _) -> board.view(row))
                .list()
                .stream()
                .filter(obligation -> obligation.isVisibleTo(reader))
                .map(obligation -> obligation.id().value())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Address address(String id) {
        return Address.of("/api/v1/obligations").step(id);
    }
}
