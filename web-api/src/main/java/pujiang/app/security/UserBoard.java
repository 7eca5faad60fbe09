package pujiang.app.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pujiang.participant.ParticipantId;

/** Accounts and tokens. Not events: a password hash must be forgettable, and history never forgets. */
@Component
public class UserBoard {

    private final JdbcClient database;

    UserBoard(JdbcClient database) {
        this.database = database;
    }

    public Optional<Account> find(String username) {
        return database.sql("SELECT * FROM user_account WHERE username = ?")
                .param(username)
                .query(UserBoard::account)
                .optional()
                // A database that compares without regard to case would find another name than the one that was given.
                .filter(account -> account.username().equals(username));
    }

    /**
     * In the order of their names.
     *
     * @param participant null for all
     * @param after the name before the first requested one; empty for the start
     */
    List<Account> list(@Nullable ParticipantId participant, String after, int most) {
        var where = participant == null ? "WHERE username > :after" : "WHERE participant = :own AND username > :after";
        return database.sql("SELECT * FROM user_account " + where + " ORDER BY username LIMIT :most")
                .param("own", participant == null ? null : participant.value())
                .param("after", after)
                .param("most", most)
                .query(UserBoard::account)
                .list();
    }

    public void insert(Account account, Instant now) {
        database.sql(
                        """
                        INSERT INTO user_account (username, password_hash, display_name, participant, roles, enabled,
                            epoch, created_at, initial_until, person, staff_person, awaits, asked_by)
                        VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?)""")
                .param(account.username())
                .param(account.passwordHash())
                .param(account.displayName())
                .param(
                        account.participant() == null
                                ? null
                                : account.participant().value())
                .param(account.roles().stream().map(Role::name).collect(Collectors.joining(",")))
                .param(account.enabled())
                .param(utc(now))
                .param(account.initialUntil() == null ? null : utc(account.initialUntil()))
                .param(account.person())
                .param(account.participant() == null ? account.person() : null)
                .param(account.awaits() == null ? null : account.awaits().what().name())
                .param(account.awaits() == null ? null : account.awaits().askedBy())
                .update();
    }

    /**
     * Ends all sign-ins. A user suspended by the exchange stays so until the exchange reinstates, whatever an admin
     * does in between.
     */
    void suspend(String username, boolean byTheExchange) {
        database.sql(
                        """
                        UPDATE user_account SET enabled = FALSE, epoch = epoch + 1,
                            stopped_by_exchange = stopped_by_exchange OR ? WHERE username = ?""")
                .params(byTheExchange, username)
                .update();
    }

    void reinstate(String username) {
        database.sql(
                        """
                        UPDATE user_account SET enabled = TRUE, epoch = epoch + 1, stopped_by_exchange = FALSE
                        WHERE username = ?""")
                .param(username)
                .update();
    }

    boolean isStoppedByTheExchange(String username) {
        return database.sql("SELECT stopped_by_exchange FROM user_account WHERE username = ?")
                .param(username)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Whether it is unchanged since it was read, and has the user's own password now. */
    public boolean setPassword(Account read, String hash) {
        int found = database.sql(
                        """
                        UPDATE user_account SET password_hash = ?, initial_until = NULL, epoch = epoch + 1
                        WHERE username = ? AND epoch = ?""")
                .params(hash, read.username(), read.epoch())
                .update();
        return found == 1;
    }

    void setInitialPassword(String username, String hash, Instant until) {
        database.sql(
                        """
                        UPDATE user_account SET password_hash = ?, initial_until = ?, epoch = epoch + 1
                        WHERE username = ?""")
                .params(hash, utc(until), username)
                .update();
    }

    /**
     * Makes a token that is valid in this epoch of the account.
     *
     * @param epoch of the account when its owner was verified
     * @return whether that is its epoch still; if it is not, there is no token
     */
    public boolean insert(Token token, byte[] hash, int epoch, Instant now) {
        return database.sql(
                                """
                                INSERT INTO access_token (token_hash, id, username, name, created_at, expires_at, epoch)
                                SELECT ?, ?, username, ?, ?, ?, epoch FROM user_account
                                WHERE username = ? AND epoch = ? AND enabled""")
                        .params(hash, token.id(), token.name(), utc(now), utc(token.expires()))
                        .params(token.username(), epoch)
                        .update()
                == 1;
    }

    /** The token with which its owner has just begun another epoch stays valid in that one. */
    void carryOver(String id, Account read) {
        database.sql("UPDATE access_token SET epoch = ? WHERE id = ? AND username = ? AND epoch = ?")
                .params(read.epoch() + 1, id, read.username(), read.epoch())
                .update();
    }

    /**
     * The user of a token. INVARIANT: read from the database at every use and never cached, so that revocations,
     * suspensions and resets by any process take effect at their commit.
     */
    Optional<AuthenticatedUser> owner(byte[] tokenHash, Instant now) {
        return database.sql(
                        """
                        SELECT u.*, t.id AS token
                        FROM access_token t JOIN user_account u ON u.username = t.username AND u.epoch = t.epoch
                        WHERE t.token_hash = ? AND t.revoked_at IS NULL AND t.expires_at > ? AND u.enabled""")
                .params(tokenHash, utc(now))
                .query((row, number) -> {
                    var account = account(row, number);
                    return new AuthenticatedUser(account.caller(), account.epoch(), row.getString("token"));
                })
                .optional();
    }

    List<Token> tokens(String username, Instant now, @Nullable String after, int most) {
        var further = after == null
                ? ""
                : " AND (t.created_at, t.id) > (SELECT a.created_at, a.id FROM access_token a WHERE a.id = :after)";
        return database.sql(
                        """
                        SELECT t.* FROM access_token t
                        JOIN user_account u ON u.username = t.username AND u.epoch = t.epoch
                        WHERE t.username = :username AND t.revoked_at IS NULL AND t.expires_at > :now"""
                                + further + " ORDER BY t.created_at, t.id LIMIT :most")
                .param("username", username)
                .param("now", utc(now))
                .param("after", after)
                .param("most", most)
                .query(UserBoard::token)
                .list();
    }

    /** Whether that user had such a token. */
    boolean revoke(String username, String id, Instant now) {
        var sql = "UPDATE access_token SET revoked_at = COALESCE(revoked_at, ?) WHERE id = ? AND username = ?";
        int found = database.sql(sql).params(utc(now), id, username).update();
        return found == 1;
    }

    /** @param kept the id of the token that stays; empty for no token */
    void revokeAllBut(String kept, String username, Instant now) {
        database.sql("UPDATE access_token SET revoked_at = ? WHERE username = ? AND id <> ? AND revoked_at IS NULL")
                .params(utc(now), username, kept)
                .update();
    }

    /**
     * A bearer token without its secret.
     *
     * @param expires at most 90 days after it was made
     */
    public record Token(String id, String username, String name, Instant expires) {}

    private static Account account(ResultSet row, int number) throws SQLException {
        var participant = row.getString("participant");
        var until = row.getObject("initial_until", LocalDateTime.class);
        return new Account(
                row.getString("username"),
                row.getString("password_hash"),
                row.getString("display_name"),
                participant == null ? null : new ParticipantId(participant),
                roles(row.getString("roles")),
                row.getBoolean("enabled"),
                until == null ? null : until.toInstant(ZoneOffset.UTC),
                row.getInt("epoch"),
                row.getString("person"),
                awaits(row));
    }

    private static @Nullable Confirmation awaits(ResultSet row) throws SQLException {
        var what = row.getString("awaits");
        return what == null ? null : new Confirmation(PendingConfirmation.valueOf(what), row.getString("asked_by"));
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(row.getString("id"), row.getString("username"), row.getString("name"), expiry(row));
    }

    private static Instant expiry(ResultSet row) throws SQLException {
        return row.getObject("expires_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static Set<Role> roles(String names) {
        return Arrays.stream(names.split(","))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
