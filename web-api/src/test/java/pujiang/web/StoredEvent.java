package pujiang.web;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** An event that nobody reads, for tests of what has to name one. */
public final class StoredEvent {

    private StoredEvent() {}

    /** Returns its identifier. */
    public static String planted(JdbcTemplate database) {
        var identifier = UUID.randomUUID().toString();
        database.update(
                """
                insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
                    time_stamp, payload_type, payload_revision, payload, meta_data)
                values (?, ?, 0, 'Product', '2026-11-29T00:00:00Z', 'product.struck-off', '1',
                    '{"product": "planted", "reason": "planted"}', '{}')""",
                identifier,
                identifier);
        return identifier;
    }
}
