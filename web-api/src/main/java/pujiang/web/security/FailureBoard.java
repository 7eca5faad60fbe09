package pujiang.web.security;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Failed sign-ins, counted in the store: guesses made side by side, or at another instance, all count. */
@Component
class FailureBoard {

    private final JdbcClient database;

    FailureBoard(JdbcClient database) {
        this.database = database;
    }

    /**
     * One more.
     *
     * @param forgetBefore failures before then count no more
     * @param most the one that locks
     */
    void count(byte[] name, Instant now, Instant forgetBefore, int most, Instant lockUntil) {
        database.sql(
                        """
                        insert into sign_in_failure (name_hash, failures, last_at, locked_until) values (?, 1, ?, null)
                        on duplicate key update failures = case when last_at < ? then 1 else failures + 1 end,
                            locked_until = case when failures >= ? then ? else null end, last_at = ?""")
                .params(name, utc(now), utc(forgetBefore), most, utc(lockUntil), utc(now))
                .update();
    }

    boolean lockedAt(byte[] name, Instant now) {
        return database.sql("select count(*) from sign_in_failure where name_hash = ? and locked_until > ?")
                        .params(name, utc(now))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void forget(byte[] name) {
        database.sql("delete from sign_in_failure where name_hash = ?")
                .param(name)
                .update();
    }

    int forgetBefore(Instant moment, int most) {
        return database.sql("delete from sign_in_failure where last_at < ? order by last_at limit ?")
                .params(utc(moment), most)
                .update();
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
