package pujiang.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What was used up so far: the database's counters, and processor time by who used it. */
record Usage(Counters counters, Duration exchange, Duration database, Duration clients) {

    static Usage of(Exchange exchange, Connection database) throws SQLException {
        return new Usage(
                Counters.of(database),
                exchange.processorTime(),
                exchange.databaseProcessorTime(),
                Exchange.processorTime(ProcessHandle.current()));
    }

    static Usage none() {
        return new Usage(Counters.none(), Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    Usage since(Usage before) {
        return new Usage(
                counters.minus(before.counters),
                exchange.minus(before.exchange),
                database.minus(before.database),
                clients.minus(before.clients));
    }

    Usage plus(Usage other) {
        return new Usage(
                counters.plus(other.counters),
                exchange.plus(other.exchange),
                database.plus(other.database),
                clients.plus(other.clients));
    }

    /** As rows of the report, for one trade. */
    void report(Report report, String whose, long trades) {
        for (var name : Counters.REPORTED)
            report.row(name + ", " + whose, "%.1f".formatted(counters.per(name, trades)));
        report.row(
                "processor time of exchange + database + clients, " + whose,
                "%.1f + %.1f + %.1f ms"
                        .formatted(
                                milliseconds(exchange, trades),
                                milliseconds(database, trades),
                                milliseconds(clients, trades)));
    }

    private static double milliseconds(Duration used, long trades) {
        return used.toNanos() / 1e6 / trades;
    }
}
