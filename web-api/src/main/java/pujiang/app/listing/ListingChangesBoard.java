package pujiang.app.listing;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.app.change.ChangeSource;
import pujiang.app.request.Address;
import pujiang.listing.Listing;
import pujiang.participant.ParticipantId;

/** Changes of listings for their vendors. Other callers read the catalogue. */
@Component
final class ListingChangesBoard implements ChangeSource {

    private final JdbcClient database;

    ListingChangesBoard(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Class<?> aggregate() {
        return Listing.class;
    }

    @Override
    public String permission() {
        return "listing:read";
    }

    @Override
    public Set<String> readableBy(ParticipantId reader, Set<String> ids) {
        return Set.copyOf(database.sql("SELECT id FROM listing_board WHERE id IN (:ids) AND vendor = :reader")
                .param("reader", reader.value())
                .param("ids", ids)
                .query(String.class)
                .list());
    }

    @Override
    public Address address(String id) {
        return Address.of("/api/v1/listings").step(id);
    }
}
