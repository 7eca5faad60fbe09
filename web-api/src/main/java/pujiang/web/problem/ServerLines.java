package pujiang.web.problem;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Rations what the server and the framework write by themselves: what they warn of is mostly what a client has done, and a
 * client can do it as often as it likes. Each of their loggers is a kind; our own are not touched.
 */
@Component
final class ServerLines extends TurboFilter implements DisposableBean {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(ServerLines.class);
    private static final String ANY = "";
    private static final int LINES = 10;

    private final Clock clock;
    private final MeterRegistry meters;
    private final LineAllowance allowance = new LineAllowance(LINES, LINES);

    ServerLines(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
        setName("server-lines");
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) logging.addTurboFilter(this);
    }

    /** Asked before every line of everybody, and as often whether a level is on: then there is no text. */
    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String text,
            Object @Nullable [] values,
            @Nullable Throwable failure) {
        var theirs = level.isGreaterOrEqual(Level.WARN) && text != null && isTheirs(logger.getName());
        if (!theirs || !level.isGreaterOrEqual(logger.getEffectiveLevel())) return FilterReply.NEUTRAL;
        var answer = allowance.ask(logger.getName(), ANY, clock.instant());
        tellLeftOut(answer.leftOut());
        if (answer.written()) return FilterReply.NEUTRAL;
        meters.counter("pujiang.log.left.out", "logger", logger.getName()).increment();
        return FilterReply.DENY;
    }

    private static boolean isTheirs(String logger) {
        return logger.startsWith("org.apache.") || logger.startsWith("org.springframework.web.");
    }

    private static void tellLeftOut(Map<String, Long> leftOut) {
        leftOut.forEach(
                (logger, count) -> LOG.warn("{}: {} more lines within a minute were not logged", logger, count));
    }

    @Override
    public void destroy() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getTurboFilterList().remove(this);
        }
        tellLeftOut(allowance.rest());
    }
}
