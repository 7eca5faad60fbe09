package pujiang.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pujiang.compliance.Assessment;
import pujiang.compliance.AssessmentId;
import pujiang.compliance.FactSheet;
import pujiang.refusal.Refused;

class StopsTest {

    private static final Instant NOW = Instant.parse("2026-11-29T06:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    /** Who may ever lift which; what the ground asks for beside that is another question. */
    @ParameterizedTest(name = "{0} is lifted by {1}")
    @CsvSource(
            textBlock =
                    """
            OWN_PAUSE,           VENDOR
            OPERATOR_ORDER,      OPERATOR
            OFFICER_ORDER,       OFFICER
            LAW_DENIES,          anybody
            CONSENT_WITHDRAWN,   OFFICER
            LICENCE_LAPSED,      OFFICER
            PARTY_DISQUALIFIED,  OFFICER
            LAW_CHANGED,         OFFICER
            RECALLED,            OFFICER
            OBLIGATION_BREACHED, OPERATOR
            """)
    void aStopIsLiftedByItsKindOnly(Ground ground, String by) {
        for (var part : EnumSet.of(Author.VENDOR, Author.OPERATOR, Author.OFFICER)) {
            assertThat(ground.isLiftedBy(Set.of(part)))
                    .as("%s by %s", ground, part)
                    .isEqualTo(by.equals("anybody") || by.equals(part.name()));
        }
    }

    @ParameterizedTest
    @EnumSource(Ground.class)
    void theBoundPartyLiftsNothingThatAnAuthorityHasSet(Ground ground) {
        if (!ground.author().isAuthority() || ground == Ground.LAW_DENIES) return;
        var stops = Stops.NONE.with(stop(ground, "it"));

        var refused = catchThrowableOfType(
                Refused.class, () -> stops.liftedBy("listing x", Set.of(Author.VENDOR), Set.of("it")));

        assertThat(refused.refusal().code()).isEqualTo("stop.not-yours");
    }

    @Test
    void stopsAddUpAndEachIsLiftedAlone() {
        var all = Stops.NONE;
        for (var ground : Ground.values()) all = all.with(stop(ground, "it")).with(stop(ground, "it"));
        assertThat(all.standing()).hasSameSizeAs(Ground.values());

        assertThat(all.without(all.liftedBy("x", Set.of(Author.VENDOR), Set.of()))
                        .standing())
                .extracting(Stop::ground)
                .doesNotContain(Ground.OWN_PAUSE, Ground.LAW_DENIES)
                .hasSize(Ground.values().length - 2);
        assertThat(all.liftedBy("x", EnumSet.allOf(Author.class), Set.of("it"))).hasSameSizeAs(Ground.values());
        assertThat(all.first().orElseThrow().author()).isEqualTo(Author.RECALL);
    }

    @ParameterizedTest(name = "{0} after {1} on {2}: {3}")
    @CsvSource(
            textBlock =
                    """
            LICENCE_LAPSED,     product.sourceExplained,      true,                SINCE,  lifted
            LICENCE_LAPSED,     product.sourceExplained,      true,                BEFORE, stop.ground-stands
            LICENCE_LAPSED,     product.sourceExplained,      true,                LAPSED, stop.ground-stands
            LICENCE_LAPSED,     product.sourceExplained,      false,               SINCE,  stop.ground-stands
            LICENCE_LAPSED,     public.authValidUntil,        2027-12-31,          SINCE,  lifted
            LICENCE_LAPSED,     pi.separateConsentProvide,    true,                SINCE,  stop.ground-stands
            CONSENT_WITHDRAWN,  pi.separateConsentProvide,    true,                SINCE,  lifted
            CONSENT_WITHDRAWN,  pi.separateConsentProvide,    false,               SINCE,  stop.ground-stands
            CONSENT_WITHDRAWN,  product.deidStatus,           ANONYMISED_VERIFIED, SINCE,  lifted
            CONSENT_WITHDRAWN,  product.deidStatus,           ANONYMISED_VERIFIED, BEFORE, stop.ground-stands
            CONSENT_WITHDRAWN,  product.sourceExplained,      true,                SINCE,  stop.ground-stands
            PARTY_DISQUALIFIED, buyer.onControlList,          false,               SINCE,  lifted
            PARTY_DISQUALIFIED, buyer.onControlList,          false,               BEFORE, stop.ground-stands
            """)
    void whatMendsAGroundIsFiledAfterTheStopAndAnswersIt(
            Ground ground, String fact, String value, String when, String outcome) {
        var until = when.equals("LAPSED") ? TODAY.minusDays(1) : TODAY;
        var paper = new Assessment(new AssessmentId("paper"), "a lab", facts(fact, value), "vault/1", until);
        var stop = stop(ground, "recall-1");
        var stops = when.equals("BEFORE")
                ? RemediedStops.NONE.after(paper).with(stop)
                : RemediedStops.NONE.with(stop).after(paper);

        assertThat(lifting(stops, paper.id())).isEqualTo(outcome);
        assertThat(lifting(stops, null)).isEqualTo("stop.ground-stands");
        assertThat(lifting(stops, new AssessmentId("another"))).isEqualTo("stop.ground-stands");
    }

    /** Stored before a stop had an author: of those who could have set it, the one whom the bound party cannot be. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            complaint                                                     | OPERATOR_ORDER      |
            召回 recall licence-7                                           | RECALLED            | licence-7
            逾期未履行义务 obligation breached: o-12 (NDSR-31 年度评估)            | OBLIGATION_BREACHED | o-12
            see 召回 recall licence-7                                       | OPERATOR_ORDER      |
            """)
    void aStopThatWasStoredWithoutItsAuthorIsReadStrictly(String reason, Ground ground, @Nullable String cause) {
        var read = Stop.unsigned(reason, NOW);

        assertThat(read.ground()).isEqualTo(ground);
        assertThat(read.cause()).isEqualTo(cause);
        assertThat(read.ground().isLiftedBy(Set.of(Author.VENDOR))).isFalse();
    }

    @Test
    void everyAuthorHasItsPlaceInARefusal() {
        assertThat(Ground.PRECEDENCE).containsExactlyInAnyOrder(Author.values());
        assertThat(Arrays.stream(Ground.values()).map(Ground::author)).contains(Author.values());
    }

    private static String lifting(RemediedStops stops, @Nullable AssessmentId paper) {
        try {
            stops.liftedBy("product x", Set.of(Author.OFFICER), paper, TODAY);
            return "lifted";
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }

    private static FactSheet facts(String fact, String value) {
        return FactSheet.of(Map.of(fact, value.matches("true|false") ? Boolean.valueOf(value) : value));
    }

    private static Stop stop(Ground ground, String cause) {
        return Stop.of(ground, cause, "somebody", "seen", NOW);
    }
}
