package pujiang.app.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Guesses at passwords, counted in the store: those made side by side, or at another process, all count. */
@Component
public class GuessBoard {

    private final JdbcClient database;

    GuessBoard(JdbcClient database) {
        this.database = database;
    }

    /** Reads the row and locks it until the transaction ends. */
    Throttle.Count lock(byte[] key, byte @Nullable [] name) {
        // Unlike "insert ignore", this takes the lock for writing at once, which two who read first would never get.
        database.sql("INSERT INTO sign_in_guess VALUES (?, ?, 0, ?, ?) ON DUPLICATE KEY UPDATE failures = failures")
                .params(Arrays.asList(key, name, utc(Instant.EPOCH), utc(Instant.EPOCH)))
                .update();
        return database.sql("SELECT * FROM sign_in_guess WHERE counted_for = ? FOR UPDATE")
                .param(key)
                .query(GuessBoard::count)
                .single();
    }

    void write(byte[] key, Throttle.Count count) {
        database.sql("UPDATE sign_in_guess SET failures = ?, last_at = ?, next_at = ? WHERE counted_for = ?")
                .params(count.failures(), utc(count.last()), utc(count.next()), key)
                .update();
    }

    /** Takes one counted guess back. */
    void takeBack(byte[] key) {
        database.sql("UPDATE sign_in_guess SET failures = GREATEST(failures, 1) - 1 WHERE counted_for = ?")
                .param(key)
                .update();
    }

    void forget(byte[] key) {
        database.sql("DELETE FROM sign_in_guess WHERE counted_for = ?")
                .param(key)
                .update();
    }

    void forgetName(byte[] name) {
        database.sql("DELETE FROM sign_in_guess WHERE name_hash = ?")
                .param(name)
                .update();
    }

    int forgetGuessesBefore(Instant moment, int most) {
        return database.sql("DELETE FROM sign_in_guess WHERE last_at < ? ORDER BY last_at LIMIT ?")
                .params(utc(moment), most)
                .update();
    }

    /** Whether a user has signed in under that name from there. */
    boolean knows(byte[] name, byte[] place) {
        return database.sql("SELECT COUNT(*) FROM sign_in_place WHERE name_hash = ? AND place_hash = ?")
                        .params(name, place)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void remember(byte[] name, byte[] place, Instant now) {
        database.sql("INSERT INTO sign_in_place VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE last_at = ?")
                .params(name, place, utc(now), utc(now))
                .update();
    }

    int forgetPlacesBefore(Instant moment, int most) {
        return database.sql("DELETE FROM sign_in_place WHERE last_at < ? ORDER BY last_at LIMIT ?")
                .params(utc(moment), most)
                .update();
    }

    private static Throttle.Count count(ResultSet row, int number) throws SQLException {
        return new Throttle.Count(row.getInt("failures"), instant(row, "last_at"), instant(row, "next_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
