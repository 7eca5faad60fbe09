package pujiang.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.delivery.Handover.AccessGrant;
import pujiang.delivery.Handover.FileHandover;
import pujiang.delivery.Handover.Subscription;
import pujiang.refusal.Invalid;

class HandoverTest {

    private static final Content CONTENT = new Content("0a".repeat(32), "f1".repeat(32), 3, "text/csv");
    private static final URI ADDRESS = URI.create("https://api.delta.example/pm25");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void onlyAFileIsAFile() {
        var file = new FileHandover(CONTENT, "pm25.csv");

        assertThat(file.file()).contains(file);
        assertThat(new AccessGrant(ADDRESS, 1, UNTIL).file()).isEmpty();
        assertThat(new Subscription(ADDRESS, UNTIL).file()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.delta.example/pm25", "/pm25", "https:pm25"})
    void whatIsPermittedIsAtASecureAddress(String address) {
        var at = URI.create(address);

        assertThatThrownBy(() -> new AccessGrant(at, 1, UNTIL)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> new Subscription(at, UNTIL)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE})
    void aQuotaPermitsSomething(long quota) {
        assertThatThrownBy(() -> new AccessGrant(ADDRESS, quota, UNTIL)).isInstanceOf(Invalid.class);
    }
}
