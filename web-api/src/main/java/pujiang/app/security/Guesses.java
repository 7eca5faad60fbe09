package pujiang.app.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.digest.Sha256;
import pujiang.refusal.Refused;

/**
 * Slows down guesses at passwords without locking the owner out. A guess is counted before it is checked, and taken
 * back if it was right. From a browser or an address with an earlier sign-in under the name, only guesses at that name
 * from there count: strangers cannot slow the owner.
 */
@Component
public class Guesses {

    /** Up to this wait the request is delayed; above it, the answer has the time of the next attempt. */
    private static final Duration LONGEST_HELD = Duration.ofSeconds(5);

    private final GuessBoard board;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Guesses(GuessBoard board, PlatformTransactionManager transactions, Clock clock) {
        this.board = board;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param name the SHA-256 of it; null where all guesses from a source are counted */
    @SuppressWarnings("ArrayRecordComponent") // Digests, which are neither compared nor changed.
    private record Counted(byte[] key, byte @Nullable [] name, Throttle throttle) {}

    /**
     * A guess in progress.
     *
     * @param place its source: the browser, if it has an earlier sign-in under the name; else the address
     * @param whose who takes a turn: an address, or a user with an earlier sign-in from there, so that others at the
     * same address do not delay that user
     */
    @SuppressWarnings("ArrayRecordComponent") // Digests, which are neither compared nor changed.
    record Guess(byte[] name, byte[] place, List<byte[]> keys, String whose) {}

    private record Read(Counted counted, Throttle.Count count) {}

    /**
     * Begins a guess, in its turn.
     *
     * @throws Refused if its turn is later than the longest wait; then it is not counted
     */
    Guess begin(String username, Source source) {
        var name = sha256(username);
        var browser = browser(source);
        var address = place("address", source.address());
        var familiar = browser != null && board.knows(name, browser) ? browser : null;
        var place = familiar == null ? address : familiar;
        var known = familiar != null || board.knows(name, address);
        var counted = counted(username, name, place, known ? null : address);
        hold(transaction.execute(_ -> count(counted)));
        return new Guess(
                name,
                place,
                counted.stream().map(Counted::key).toList(),
                known ? hex(fromPlace(name, place)) : source.address());
    }

    /** It was right: what was guessed before from there was the owner's. */
    void right(Guess guess, Source source) {
        var now = clock.instant();
        takeBack(guess);
        board.forget(fromPlace(guess.name(), guess.place()));
        board.remember(guess.name(), place("address", source.address()), now);
        var browser = browser(source);
        if (browser != null) board.remember(guess.name(), browser, now);
    }

    /** It was not looked at. */
    void takeBack(Guess guess) {
        guess.keys().forEach(board::takeBack);
    }

    /** Lets a user in again before the time, for example when the password is reset. */
    void forget(String username) {
        board.forgetName(sha256(username));
    }

    /** In one order for all, so that there is no circular wait. */
    private static List<Counted> counted(String username, byte[] name, byte[] place, byte @Nullable [] stranger) {
        var here = new Counted(fromPlace(name, place), name, Throttle.NAME_FROM_SOURCE);
        if (stranger == null) return List.of(here);
        return Stream.of(
                        here,
                        new Counted(sha256("strangers " + username), name, Throttle.NAME_FROM_STRANGERS),
                        new Counted(stranger, null, Throttle.SOURCE))
                .sorted(Comparator.comparing(Counted::key, Arrays::compareUnsigned))
                .toList();
    }

    private Instant count(List<Counted> all) {
        var now = clock.instant();
        var read = all.stream()
                .map(each -> new Read(each, board.lock(each.key(), each.name())))
                .toList();
        var then = read.stream()
                .map(each -> each.counted().throttle().turn(each.count(), now))
                .max(Comparator.naturalOrder())
                .orElse(now);
        if (then.isAfter(now.plus(LONGEST_HELD))) throw AccountRefusal.SignInsSlowed.until(then, now);
        read.forEach(each ->
                board.write(each.counted().key(), each.counted().throttle().after(each.count(), then, now)));
        return then;
    }

    private void hold(Instant then) {
        try {
            Thread.sleep(Duration.between(clock.instant(), then));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] fromPlace(byte[] name, byte[] place) {
        return sha256(hex(name) + " from " + hex(place));
    }

    private static byte[] sha256(String text) {
        return new Sha256().add(text).bytes();
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    private static byte @Nullable [] browser(Source source) {
        return source.browser() == null ? null : place("browser", source.browser());
    }

    private static byte[] place(String kind, String value) {
        return sha256(kind + " " + value);
    }
}
