package pujiang.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How much of what clients do wrong is written down. */
class LineAllowanceTest {

    private static final Instant MINUTE = Instant.parse("2026-11-30T10:00:00Z");
    private static final Instant NEXT = MINUTE.plusSeconds(60);

    private final LineAllowance allowance = new LineAllowance(3, 10);

    @Test
    void oneSourceWritesThreeLinesAMinuteOfOneKind() {
        for (int i = 0; i < 5; i++)
            assertThat(written("malformed", "10.0.0.1")).as("line " + i).isEqualTo(i < 3);
        assertThat(written("malformed", "10.0.0.2")).isTrue();
        assertThat(written("too-large", "10.0.0.1")).isTrue();
    }

    @Test
    void allSourcesTogetherWriteTenAndTheRestIsToldOnceTheMinuteIsOver() {
        int lines = 0;
        for (int source = 0; source < 100_000; source++) if (written("malformed", "2001:db8::" + source)) lines++;
        assertThat(lines).isEqualTo(10);

        assertThat(allowance.ask("too-large", "10.0.0.1", NEXT))
                .isEqualTo(new LineAllowance.Answer(true, Map.of("malformed", 99_990L)));
        assertThat(allowance.ask("malformed", "10.0.0.1", NEXT)).isEqualTo(new LineAllowance.Answer(true, Map.of()));
        assertThat(allowance.rest()).isEmpty();
    }

    @Test
    void whoeverEndsTellsTheRest() {
        for (int i = 0; i < 8; i++) written("malformed", "10.0.0.1");

        assertThat(allowance.rest()).isEqualTo(Map.of("malformed", 5L));
        assertThat(allowance.rest()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackLetsLinesThrough() {
        for (int i = 0; i < 5; i++) allowance.ask("malformed", "10.0.0.1", NEXT);

        assertThat(allowance.ask("malformed", "10.0.0.1", MINUTE))
                .isEqualTo(new LineAllowance.Answer(true, Map.of("malformed", 2L)));
    }

    private boolean written(String kind, String source) {
        return allowance.ask(kind, source, MINUTE).written();
    }
}
