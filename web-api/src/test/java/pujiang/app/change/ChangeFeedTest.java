package pujiang.app.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.app.change.ChangeBoard.StoredChange;

/** How far a feed is told while numbers are missing. Each stored event is a position and a second. */
class ChangeFeedTest {

    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");

    @ParameterizedTest(name = "after {0}, {1}, old before {2} → {3} told")
    @CsvSource(
            textBlock =
                    """
            0, 1@1 2@1 3@2,         0, 3
            0, 2@1 3@1,             0, 0
            0, 2@1 3@1,             2, 2
            4, 5@1 7@2 8@3,         0, 1
            4, 5@1 7@2 8@3,         2, 1
            4, 5@1 7@2 8@3,         3, 3
            4, 5@1 7@2 9@3,         3, 2
            4, 6@1 7@5 8@5,         2, 3
            """)
    void aMissingNumberIsWaitedForUntilItCannotComeAnyMore(long after, String stored, int old, int told) {
        var events = Arrays.stream(stored.split(" "))
                .map(each -> each.split("@"))
                .map(each -> new StoredChange(
                        Long.parseLong(each[0]), second(Integer.parseInt(each[1])), "trade.agreed", "Trade", "t-1"))
                .toList();

        assertThat(ChangeFeed.settled(after, events, second(old))).isEqualTo(events.subList(0, told));
    }

    private static Instant second(int number) {
        return START.plusSeconds(number);
    }
}
