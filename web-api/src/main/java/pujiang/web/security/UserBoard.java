package pujiang.web.security;

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
class UserBoard {

    private final JdbcClient database;

    UserBoard(JdbcClient database) {
        this.database = database;
    }

    Optional<Account> find(String username) {
        return database.sql("select * from user_account where username = ?")
                .param(username)
                .query(UserBoard::account)
                .optional();
    }

    List<Account> of(ParticipantId participant) {
        return database.sql("select * from user_account where participant = ? order by username")
                .param(participant.value())
                .query(UserBoard::account)
                .list();
    }

    void insert(Account account, Instant now) {
        database.sql(
                        """
                        insert into user_account (username, password_hash, display_name, participant, roles, enabled,
                            failed_attempts, locked_until, created_at)
                        values (?, ?, ?, ?, ?, true, 0, null, ?)""")
                .param(account.username())
                .param(account.passwordHash())
                .param(account.displayName())
                .param(
                        account.participant() == null
                                ? null
                                : account.participant().value())
                .param(account.roles().stream().map(Role::name).collect(Collectors.joining(",")))
                .param(utc(now))
                .update();
    }

    /** Counts in the store, so that guesses made side by side all count. */
    void countFailure(String username, int limit, Instant lockUntil) {
        database.sql(
                        """
                        update user_account set failed_attempts = failed_attempts + 1,
                            locked_until = case when failed_attempts >= ? then ? else locked_until end
                        where username = ?""")
                .params(limit, utc(lockUntil), username)
                .update();
    }

    void forgetFailures(String username) {
        database.sql("update user_account set failed_attempts = 0, locked_until = null where username = ?")
                .param(username)
                .update();
    }

    void insert(Token token, byte[] hash, Instant now) {
        database.sql(
                        """
                        insert into access_token (token_hash, id, username, name, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(hash, token.id(), token.username(), token.name(), utc(now), utc(token.expires()))
                .update();
    }

    /** One indexed read: the price of authenticating a program's request. */
    Optional<Account> owner(byte[] tokenHash, Instant now) {
        return database.sql(
                        """
                        select u.* from access_token t join user_account u on u.username = t.username
                        where t.token_hash = ? and t.revoked_at is null and t.expires_at > ?""")
                .params(tokenHash, utc(now))
                .query(UserBoard::account)
                .optional();
    }

    List<Token> tokens(String username, Instant now) {
        return database.sql(
                        """
                        select * from access_token
                        where username = ? and revoked_at is null and expires_at > ? order by created_at, id""")
                .params(username, utc(now))
                .query(UserBoard::token)
                .list();
    }

    /** Whether there was such a token of that user's. */
    boolean revoke(String username, String id, Instant now) {
        return database.sql("update access_token set revoked_at = coalesce(revoked_at, ?) where id = ? and"
                                + " username = ?")
                        .params(utc(now), id, username)
                        .update()
                == 1;
    }

    /**
     * A bearer token without its secret.
     *
     * @param expires 90 days after it was made, at most
     */
    record Token(String id, String username, String name, Instant expires) {}

    private static Account account(ResultSet row, int number) throws SQLException {
        var participant = row.getString("participant");
        return new Account(
                row.getString("username"),
                row.getString("password_hash"),
                row.getString("display_name"),
                participant == null ? null : new ParticipantId(participant),
                roles(row.getString("roles")),
                row.getBoolean("enabled"),
                row.getInt("failed_attempts"),
                instant(row.getObject("locked_until", LocalDateTime.class)));
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getString("id"),
                row.getString("username"),
                row.getString("name"),
                row.getObject("expires_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static Set<Role> roles(String names) {
        return Arrays.stream(names.split(","))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
