package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.delivery.Content;
import pujiang.listing.Purpose;
import pujiang.refusal.Invalid;

class TradeValuesTest {

    private static final String DIGEST = "0a".repeat(32);

    @ParameterizedTest(name = "{0} characters of {1}, {2} bytes: {3}")
    @CsvSource(
            textBlock =
                    """
            64, a, 0,  none
            64, 9, 1,  none
            63, a, 1,  content.sha256
            65, a, 1,  content.sha256
            64, A, 1,  content.sha256
            64, g, 1,  content.sha256
            64, a, -1, content.size
            """)
    void contentIsNamedByWholeDigests(int length, String digit, long size, String path) {
        var sha256 = digit.repeat(length);

        if (path.equals("none"))
            assertThat(new Content(sha256, DIGEST, size, "text/csv").size()).isEqualTo(size);
        else assertInvalid(path, () -> new Content(sha256, DIGEST, size, "text/csv"));
    }

    @Test
    void contentNeedsBothDigests() {
        assertInvalid("content.sm3", () -> new Content(DIGEST, DIGEST.substring(1), 1, "text/csv"));
    }

    @Test
    void aScenarioHasAtMostTwoThousandCharactersWhateverTheirLengthInUtf16() {
        assertThat(new DeclaredUse(Purpose.RESEARCH, "𠮷".repeat(2_000)).scenarioDeclared())
                .isTrue();
        assertInvalid("use.scenario", () -> new DeclaredUse(Purpose.RESEARCH, "字".repeat(2_001)));
        assertInvalid("use.scenario", () -> new DeclaredUse(Purpose.RESEARCH, "a\u0000b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u3000"})
    void anEmptyScenarioCanBeStatedButDeclaresNothing(String scenario) {
        assertThat(new DeclaredUse(Purpose.RESEARCH, scenario).scenarioDeclared())
                .isFalse();
    }

    @ParameterizedTest(name = "{0} ordering revision {1} for {2}: same {3}")
    @CsvSource(
            textBlock =
                    """
            lion, 1, hiring,    true
            lion, 1, ' hiring', true
            lion, 2, hiring,    false
            bear, 1, hiring,    false
            lion, 1, marketing, false
            """)
    void anOrderIsTheSameIfTheBuyerAskedForTheSame(String buyer, int revision, String scenario, boolean same) {
        assertThat(Trades.AGREEMENT.sameOrder(Trades.agreement(buyer, revision, scenario)))
                .isEqualTo(same);
    }

    @Test
    void aCertificatesNumberTellsTheDayAndFollowsFromTheTrade() {
        var number = CertificateNumber.of(Trades.ID, LocalDate.of(2026, 1, 2));

        assertThat(number.value()).matches("PJC20260102-[0-9A-F]{16}");
        assertThat(CertificateNumber.of(Trades.ID, LocalDate.of(2026, 1, 2))).isEqualTo(number);
        assertThat(CertificateNumber.of(new TradeId("persons-for-bear"), LocalDate.of(2026, 1, 2)))
                .isNotEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void everyWaitLasts(int wrong) {
        var days = new Duration[6];
        Arrays.fill(days, Duration.ofDays(1));
        for (var never : List.of(Duration.ZERO, Duration.ofDays(-1))) {
            days[wrong] = never;
            assertThatThrownBy(() -> new Periods(days[0], days[1], days[2], days[3], days[4], days[5]))
                    .hasMessage("a waiting state must last, and at most 3650 days");
        }
    }

    private static void assertInvalid(String path, Runnable guarded) {
        assertThatThrownBy(guarded::run).isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.path())
                .isEqualTo(path));
    }
}
