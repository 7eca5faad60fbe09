package pujiang.app.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pujiang.delivery.Content;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.AccessGrant;
import pujiang.delivery.Handover.FileHandover;
import pujiang.delivery.Handover.Subscription;
import tools.jackson.databind.json.JsonMapper;

/** Every kind of handover is stored under the name of its kind, and read as it was. */
class HandoverJsonTest {

    private static final URI ADDRESS = URI.create("https://api.delta.example/pm25");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    private static final List<Handover> KINDS = List.of(
            new FileHandover(new Content("0a".repeat(32), "f1".repeat(32), 3, "text/csv"), null),
            new AccessGrant(ADDRESS, 1_000, UNTIL),
            new Subscription(ADDRESS, UNTIL));

    private final JsonMapper json =
            JsonMapper.builder().addModule(new DomainModule()).build();

    @Test
    void aHandoverIsReadAsItWasWritten() {
        for (var handover : KINDS) {
            var written = json.writeValueAsString(handover);

            assertThat(json.readTree(written).path("kind").asString())
                    .isEqualTo(handover.kind().name());
            assertThat(json.readValue(written, Handover.class)).isEqualTo(handover);
        }
    }

    @Test
    void noKindIsForgotten() {
        assertThat(KINDS.stream().<Class<?>>map(Object::getClass))
                .containsExactlyInAnyOrder(Handover.class.getPermittedSubclasses());
        assertThat(KINDS.stream().map(Handover::kind)).containsExactlyInAnyOrder(Handover.Kind.values());
    }
}
