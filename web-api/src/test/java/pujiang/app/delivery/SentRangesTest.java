package pujiang.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which bytes have gone out is counted byte by byte, however they were asked for. */
class SentRangesTest {

    @ParameterizedTest(name = "{0} and {1}-{2} are {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ``          | 0  | 10 | 0-10
            0-10        | 10 | 20 | 0-20
            0-10,20-30  | 10 | 20 | 0-30
            0-10,20-30  | 5  | 25 | 0-30
            0-10        | 2  | 3  | 0-10
            10-20       | 0  | 5  | 0-5,10-20
            10-20       | 7  | 7  | 10-20
            """)
    void partsThatTouchAreOne(String before, long start, long end, String after) {
        assertThat(SentRanges.parse(before).with(start, end).text()).isEqualTo(after);
    }

    @Test
    void aFileIsSentWhenEveryByteIs() {
        long seed = 20261129;
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int size = 1 + random.nextInt(60);
            var bytes = new BitSet(size);
            var sentRanges = SentRanges.NOTHING;
            for (int part = 0; part < 30; part++) {
                int start = random.nextInt(size);
                int end = start + 1 + random.nextInt(size - start);
                bytes.set(start, end);
                sentRanges = SentRanges.parse(sentRanges.with(start, end).text());
                assertThat(sentRanges.isAll(size))
                        .as("seed %d, round %d", seed, round)
                        .isEqualTo(bytes.cardinality() == size);
            }
        }
    }

    @Test
    void scatteredPartsAreForgottenBeforeTheyAreTooManyToKeep() {
        var sentRanges = SentRanges.NOTHING;
        long far = 19_000_000_000L;
        for (int part = 0; part < 1_000; part++)
            sentRanges = sentRanges.with(far + part * 10L, far + part * 10L + 1 + part % 3);

        assertThat(sentRanges.text()).hasSizeLessThanOrEqualTo(4_000);
        assertThat(sentRanges.with(0, far * 2).isAll(far * 2)).isTrue();
    }

    @Test
    void ofAnEmptyFileNothingIsLeftToSend() {
        assertThat(SentRanges.NOTHING.isAll(0)).isTrue();
        assertThat(SentRanges.NOTHING.isAll(1)).isFalse();
    }
}
