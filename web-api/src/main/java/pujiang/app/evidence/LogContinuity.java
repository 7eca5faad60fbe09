package pujiang.app.evidence;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.app.evidence.HighWaterMark.Mark;
import pujiang.app.start.StartFailure;
import pujiang.evidence.Checkpoint;
import pujiang.evidence.ExchangeNotary;
import pujiang.evidence.MerkleLog;
import pujiang.evidence.SigningKeys;

/**
 * Checks the log before anything is signed: the database's log must reach the last checkpoint that may have been seen,
 * and begin with the statements that it covers. A restored backup does not, and its next signature would contradict
 * what was published. It starts only with a reason from the operator, which is signed and logged. See decision 63.
 */
@Component
final class LogContinuity implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(LogContinuity.class);

    private final MerkleLog log;
    private final HighWaterMark mark;
    private final SigningKeys keys;
    private final ExchangeNotary notary;
    private final RestorationBoard restorations;
    private final LogSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** @param register has made sure of the keys by then */
    LogContinuity(
            KeyRegister register,
            MerkleLog log,
            HighWaterMark mark,
            SigningKeys keys,
            ExchangeNotary notary,
            RestorationBoard restorations,
            LogSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.log = log;
        this.mark = mark;
        this.keys = keys;
        this.notary = notary;
        this.restorations = restorations;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        log.checkpoint().map(this::read).ifPresent(this::mustBeNamedAsBefore);
        // One word of the operator for all places: of two marks of which one was written last, the larger was published
        // last.
        marks().stream()
                .flatMap(known -> lost(known).map(note -> new Lost(known, note)).stream())
                .max(Comparator.comparingLong(lost -> read(lost.note()).size()))
                .ifPresent(lost -> acknowledged(lost.known(), lost.note()));
        mark.replace(log.checkpoint());
    }

    private record Lost(Mark known, String note) {}

    private List<Mark> marks() {
        try {
            return mark.marks();
        } catch (RuntimeException unreadable) {
            throw new StartFailure(
                    "the mark of the log cannot be read (%s); restore the file from a copy, or move it away if the"
                                    .formatted(unreadable.getMessage())
                            + " log's newest checkpoint is known to be the last one published",
                    "无法读取日志的水位标记；请从副本恢复该文件；若确知日志的最新检查点即最后公布者，可将其移走",
                    unreadable);
        }
    }

    /** The checkpoint that was, or may have been, published and is not of this log. */
    private Optional<String> lost(Mark known) {
        var published = known.published().filter(note -> !holds(note));
        if (published.isPresent()) return published;
        return known.next().filter(note -> !holds(note) && !neverPublished(known, note));
    }

    private boolean holds(String note) {
        return log.begins(read(note));
    }

    /**
     * An announced checkpoint that is not there was not committed. After a kill in between, the exchange signs the same
     * checkpoint again, from the same statements, so there is no contradiction. If others have extended the log from
     * what was published, they did so from a log without it.
     */
    private boolean neverPublished(Mark known, String next) {
        var resumed = transaction.execute(_ -> log.resume(known.digests(), read(next)));
        if (Boolean.TRUE.equals(resumed)) return true;
        var base = known.published().map(note -> read(note).size()).orElse(0L);
        boolean carriedOn = log.checkpoint().map(note -> read(note).size()).orElse(0L) > base;
        if (carriedOn) LOG.warn("{} was never published: another exchange continued the log", next);
        return carriedOn;
    }

    private void acknowledged(Mark known, String note) {
        var published = read(note);
        long size = log.checkpoint().map(own -> read(own).size()).orElse(0L);
        var because = settings.restoredBecause();
        var below = settings.restoredBelow();
        if (because == null || because.isBlank() || below == null || below != published.size()) {
            throw refused(known, published, size);
        }
        transaction.executeWithoutResult(_ -> {
            var statement = notary.restoration(note, size, because, clock.instant());
            restorations.insert(statement, clock.instant());
            log.queueRestoration(statement);
        });
        LOG.error("Log continued from {} statements although {} were published: {}", size, published.size(), because);
    }

    private static StartFailure refused(Mark known, Checkpoint published, long size) {
        return new StartFailure(
                ("the database's log has %d statements and does not hold the checkpoint of %d that %s keeps: the"
                    + " database is older than what was published; restore a newer backup, or, if there is none, start"
                    + " once with --pujiang.log.restored-below=%d --pujiang.log.restored-because=\"…\", which is"
                    + " signed and logged")
                        .formatted(size, published.size(), known.file(), published.size()),
                ("数据库中的日志有 %d 条记录，不含 %s 所记规模为 %d 的检查点：数据库早于已公布的内容；请恢复更新的备份；"
                                + "若没有，请以 --pujiang.log.restored-below=%d --pujiang.log.restored-because=\"…\" 启动一次，"
                                + "该理由将被签名并载入日志")
                        .formatted(size, known.file(), published.size(), published.size()));
    }

    private void mustBeNamedAsBefore(Checkpoint newest) {
        if (newest.origin().equals(settings.origin())) return;
        throw new StartFailure(
                "the log in the database is named %s, and pujiang.log.origin is %s; set it to %s: a log has one name"
                        .formatted(newest.origin(), settings.origin(), newest.origin()),
                "数据库中的日志名为 %s，而 pujiang.log.origin 为 %s；请将其设为 %s，日志名称不可更改"
                        .formatted(newest.origin(), settings.origin(), newest.origin()));
    }

    private Checkpoint read(String note) {
        try {
            return Checkpoint.read(note, keys.published());
        } catch (IllegalArgumentException wrong) {
            throw new StartFailure(
                    "a checkpoint that the exchange keeps is not its own (%s); restore the data folder and the database"
                                    .formatted(wrong.getMessage())
                            + " from the same backup",
                    "交易所保存的检查点并非其所签；请从同一备份恢复数据目录与数据库",
                    wrong);
        }
    }
}
