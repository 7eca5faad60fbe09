package pujiang.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pujiang.app.security.AccountRefusal.SignInsBusy;
import pujiang.app.security.Passwords;
import pujiang.app.security.Source;
import pujiang.app.share.FairExecutor.Bounds;
import pujiang.refusal.Refused;

/** What can be learnt from the time that a password takes, and by whom it can be taken from others. */
class PasswordsTest {

    private static final String PASSWORD = Newcomers.PASSWORD;
    private static final String SOMEBODY = "192.0.2.7";
    private static final int TRIES = 5;

    private final Passwords passwords = new Passwords(new Argon2Hash(), 1, new Bounds(10, 10, Duration.ofMinutes(1)));
    private final String hash = passwords.hash("password", PASSWORD, SOMEBODY);

    @AfterEach
    void ended() {
        passwords.destroy();
    }

    @Test
    void onlyTheRightPasswordIsRight() {
        assertThat(passwords.match(PASSWORD, hash, SOMEBODY)).isTrue();
        assertThat(passwords.match("wrong", hash, SOMEBODY)).isFalse();
        assertThat(passwords.match("x".repeat(100_000), hash, SOMEBODY)).isFalse();
        assertThat(passwords.match("nobody's password", null, SOMEBODY)).isFalse();
        assertThat(passwords.match("impossible", null, SOMEBODY)).isFalse();
        assertThat(passwords.match("", hash, SOMEBODY)).isFalse();
    }

    /** The shortest of a few: what else the machine does makes each longer, and none shorter. */
    @Test
    void anUnknownNameAndAnImpossiblePasswordCostAsMuchAsAWrongOne() {
        var wrong = shortest("wrong", hash);

        assertThat(shortest("wrong", null)).as("of an unknown name").isGreaterThan(wrong / 2);
        assertThat(shortest("", hash)).as("empty").isGreaterThan(wrong / 2);
        assertThat(shortest("x".repeat(201), hash)).as("too long").isGreaterThan(wrong / 2);
    }

    private long shortest(String password, @Nullable String against) {
        return LongStream.range(0, TRIES)
                .map(_ -> {
                    var begun = System.nanoTime();
                    assertThat(passwords.match(password, against, SOMEBODY)).isFalse();
                    return System.nanoTime() - begun;
                })
                .min()
                .orElseThrow();
    }

    @Test
    void whoFindsNoPlaceToHaveAPasswordCheckedHearsWhenToComeBack() {
        var full = new Passwords(new Argon2Hash(), 0, new Bounds(1, 1, Duration.ofMillis(10)));

        var refused = catchThrowableOfType(Refused.class, () -> full.match("wrong", null, SOMEBODY));

        assertThat(refused.refusal()).isEqualTo(new SignInsBusy());
        assertThat(refused.refusal().mayPassLater()).isTrue();
        IntStream.range(0, 3).forEach(_ -> assertThat(passwords.match(PASSWORD, hash, SOMEBODY))
                .isTrue());
    }

    @Test
    void addressesOfOneNetworkAreOneSource() {
        assertThat(Source.network("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Source.network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Source.network("2001:db8:1:2:a:b:c:d"))
                .isNotEqualTo(Source.network("2001:db8:1:3:3:4:5:6"));
    }
}
