package pujiang.web.delivery;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.participant.ParticipantId;
import pujiang.trade.TradeId;

/** One-time links: begun in time, resumed while they last, spent when the last byte has gone out. */
@Component
class DownloadBoard {

    private final JdbcClient database;

    DownloadBoard(JdbcClient database) {
        this.database = database;
    }

    void insert(byte[] tokenHash, TradeId trade, ParticipantId buyer, Instant beginBy, Instant finishBy) {
        database.sql("insert into download_link (token_hash, trade, buyer, begin_by, finish_by) values (?, ?, ?, ?, ?)")
                .params(tokenHash, trade.value(), buyer.value(), utc(beginBy), utc(finishBy))
                .update();
    }

    Optional<Link> find(byte[] tokenHash) {
        return database.sql("select * from download_link where token_hash = ?")
                .param(tokenHash)
                .query((row, _) -> new Link(
                        new TradeId(row.getString("trade")),
                        new ParticipantId(row.getString("buyer")),
                        row.getObject("begin_by", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getObject("finish_by", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getObject("used_at") != null,
                        row.getObject("spent_at") != null))
                .optional();
    }

    /** Whether this is the first use. */
    boolean use(byte[] tokenHash, Instant now) {
        return database.sql("update download_link set used_at = ? where token_hash = ? and used_at is null")
                        .params(utc(now), tokenHash)
                        .update()
                == 1;
    }

    void spend(byte[] tokenHash, Instant now) {
        database.sql("update download_link set spent_at = coalesce(spent_at, ?) where token_hash = ?")
                .params(utc(now), tokenHash)
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    record Link(TradeId trade, ParticipantId buyer, Instant beginBy, Instant finishBy, boolean used, boolean spent) {

        boolean openAt(Instant now) {
            return !spent && now.isBefore(used ? finishBy : beginBy);
        }
    }
}
