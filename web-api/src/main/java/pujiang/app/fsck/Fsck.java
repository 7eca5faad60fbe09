package pujiang.app.fsck;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import pujiang.app.fsck.Check.Examination;

/** Runs every check over one snapshot of a database. The streams, which are most of what there is, are read once for all. */
@Component
public final class Fsck {

    private static final int EVENTS_BETWEEN_PROGRESS = 20_000;

    private final List<Check> checks;

    Fsck(List<Check> checks) {
        this.checks = checks.stream()
                .sorted((one, other) ->
                        one.label().name().compareTo(other.label().name()))
                .toList();
    }

    /** @param progress receives the number of events read from time to time */
    public Report run(Connection database, Contents contents, LongConsumer progress) throws SQLException {
        Instant asOf;
        List<Running> running;
        try (var snapshot = Snapshot.of(database, contents)) {
            asOf = snapshot.now();
            running = checks.stream().map(check -> Running.of(check, snapshot)).toList();
            new EventStreams(snapshot)
                    .each(
                            eventStream -> {
                                for (var one : running)
                                    one.examine(eventStream.place(), examination -> examination.life(eventStream));
                            },
                            read -> {
                                if (read % EVENTS_BETWEEN_PROGRESS == 0) progress.accept(read);
                            });
            for (var one : running) one.examine("the whole", Examination::end);
        }
        var now = new Rows(database);
        for (var one : running) one.examine("the whole", examination -> examination.afterwards(now));
        return new Report(
                asOf, running.stream().map(one -> one.findings().outcome()).toList());
    }

    private record Running(Findings findings, Examination examination) {

        static Running of(Check check, Snapshot snapshot) {
            var findings = new Findings(check.label());
            return new Running(findings, check.begin(snapshot, findings));
        }

        /** A failure of a check is damage too, and does not stop the other checks. */
        void examine(String place, Work work) throws SQLException {
            try {
                work.on(examination);
            } catch (RuntimeException failure) {
                findings.damage(place, "it could not be examined: " + failure, "无法核对：" + failure);
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(Examination examination) throws SQLException;
    }
}
