package pujiang.web.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.participant.ParticipantId;
import pujiang.trade.ExportCounts;
import pujiang.trade.ExportCounts.Counted;
import pujiang.trade.ExportShare;
import pujiang.trade.TradeId;
import pujiang.web.ExchangeTest;

/** On a real server, with real threads: what CBDF art. 8 counts must not depend on who comes at the same moment. */
@ExchangeTest
class ExportCountsBoardTest {

    private static final Year YEAR = Year.of(2026);
    private static final long THRESHOLD = 100_000;

    @Autowired
    private ExportCounts counts;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void aTradeCountsOnceHoweverOftenItIsAsked() {
        var exporter = new ParticipantId("counts-once");
        taken("counts-once-1", exporter, YEAR, new ExportShare(10, false));

        assertThat(including("counts-once-1", exporter, YEAR, new ExportShare(10, false)))
                .isEqualTo(new Counted(10, 0));
        assertThat(including("counts-once-2", exporter, YEAR, new ExportShare(7, true)))
                .isEqualTo(new Counted(10, 7));
        assertThat(including("counts-once-3", exporter, YEAR, new ExportShare(1, true)))
                .as("whoever only asks takes nothing")
                .isEqualTo(new Counted(10, 1));
    }

    @Test
    void aShareThatChangedReplacesTheOneBefore() {
        var exporter = new ParticipantId("counts-changed");
        taken("counts-changed-1", exporter, YEAR, new ExportShare(10, false));

        assertThat(including("counts-changed-1", exporter, YEAR, new ExportShare(4, true)))
                .isEqualTo(new Counted(0, 4));
        taken("counts-changed-1", exporter, YEAR, new ExportShare(4, true));
        assertThat(counts.preview(exporter, YEAR, new ExportShare(0, true))).isEqualTo(new Counted(0, 4));
    }

    @Test
    void whatIsDeliveredInTheNextYearCountsThere() {
        var exporter = new ParticipantId("counts-next-year");
        taken("counts-next-year-1", exporter, YEAR, new ExportShare(10, false));

        assertThat(including("counts-next-year-1", exporter, YEAR.plusYears(1), new ExportShare(10, false)))
                .isEqualTo(new Counted(10, 0));
        assertThat(counts.preview(exporter, YEAR, new ExportShare(0, false))).isEqualTo(new Counted(10, 0));
        taken("counts-next-year-1", exporter, YEAR.plusYears(1), new ExportShare(10, false));
        assertThat(counts.preview(exporter, YEAR, new ExportShare(0, false))).isEqualTo(new Counted(0, 0));
    }

    @Test
    void aReleasedShareIsGivenBackOnceAndAPreviewHoldsNothing() {
        var exporter = new ParticipantId("counts-released");
        taken("counts-released-1", exporter, YEAR, new ExportShare(10, false));
        taken("counts-released-2", exporter, YEAR, new ExportShare(5, true));
        release("counts-released-1");
        release("counts-released-1");
        release("counts-released-never-held");

        assertThat(counts.preview(exporter, YEAR, new ExportShare(3, false))).isEqualTo(new Counted(3, 5));
        assertThat(counts.preview(exporter, YEAR, new ExportShare(3, true))).isEqualTo(new Counted(0, 8));
    }

    @Test
    void twoOrdersThatOnlyTogetherCrossTheThresholdNeverBothPass() throws Exception {
        for (int round = 0; round < 20; round++) {
            var exporter = new ParticipantId("counts-race-" + round);
            var gate = new CyclicBarrier(2);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var passed = IntStream.range(0, 2)
                        .mapToObj(i -> threads.submit(() -> order(exporter, exporter + "-" + i, 60_000, gate)))
                        .toList();
                int both = 0;
                for (var pass : passed) both += pass.get(30, TimeUnit.SECONDS) ? 1 : 0;
                assertThat(both).as("round %d", round).isEqualTo(1);
            }
        }
    }

    @Test
    void manyAtOnceAreAllCounted() throws Exception {
        var exporter = new ParticipantId("counts-many");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 60)
                    .mapToObj(i -> threads.submit(
                            () -> taken("counts-many-" + i, exporter, YEAR, new ExportShare(1, i % 2 == 0))))
                    .toList();
            for (var each : List.copyOf(all)) each.get(60, TimeUnit.SECONDS);
        }
        assertThat(counts.preview(exporter, YEAR, new ExportShare(0, false))).isEqualTo(new Counted(30, 30));
    }

    /** As an order does: it takes its share if the law lets it pass on what it is told. */
    private boolean order(ParticipantId exporter, String trade, long persons, CyclicBarrier gate) throws Exception {
        gate.await(10, TimeUnit.SECONDS);
        return Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(_ -> {
            var counted = counts.including(new TradeId(trade), exporter, YEAR, new ExportShare(persons, false));
            var passes = counted.nonSensitive() < THRESHOLD;
            if (passes) counts.take(new TradeId(trade), exporter, YEAR, new ExportShare(persons, false));
            return passes;
        }));
    }

    private Counted including(String trade, ParticipantId exporter, Year year, ExportShare share) {
        return new TransactionTemplate(transactions)
                .execute(_ -> counts.including(new TradeId(trade), exporter, year, share));
    }

    private Counted taken(String trade, ParticipantId exporter, Year year, ExportShare share) {
        return new TransactionTemplate(transactions).execute(_ -> {
            var counted = counts.including(new TradeId(trade), exporter, year, share);
            counts.take(new TradeId(trade), exporter, year, share);
            return counted;
        });
    }

    private void release(String trade) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> counts.release(new TradeId(trade)));
    }
}
