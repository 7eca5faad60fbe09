package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.compliance.Gate;
import pujiang.compliance.Outcome;
import pujiang.compliance.Verdict;

/** The catalogue's base profiles are lawful at every gate; a change to one then fires what the change is about. */
class ProfilesTest {

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("profilesAndGates")
    void aProfileIsLawfulAtEveryGate(String profile, Gate gate) {
        var decision = Cases.LAW.review(Cases.question(profile, gate, "{}"));

        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
        assertThat(decision.missing()).isEmpty();
        assertThat(Cases.fired(decision)).isEqualTo(exportsFewPersons(profile, gate));
    }

    /** P3 exports 50,000 persons, which is below the line. */
    private static Map<String, Outcome> exportsFewPersons(String profile, Gate gate) {
        return profile.equals("P3") && (gate == Gate.ORDER || gate == Gate.DELIVERY)
                ? Map.of("CBDF-5-4", Outcome.RELIEF)
                : Map.of();
    }

    static Stream<Object[]> profilesAndGates() {
        return Stream.of("P0", "P1", "P2", "P3", "P4", "P5", "P6")
                .flatMap(profile -> Arrays.stream(Gate.values()).map(gate -> new Object[] {profile, gate}));
    }
}
