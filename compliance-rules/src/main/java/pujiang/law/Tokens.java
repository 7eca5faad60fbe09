package pujiang.law;

import java.util.Arrays;
import java.util.List;

/** The words of one file, in order. */
final class Tokens {

    private final String file;
    private final List<Token> tokens;
    private final Bounds bounds;
    private int at;

    /** @throws DraftFault.Found at the first character that is not part of a word */
    Tokens(String file, String text, Bounds bounds) {
        this.file = file;
        this.tokens = Lexer.tokens(file, text, bounds);
        this.bounds = bounds;
    }

    String file() {
        return file;
    }

    Bounds bounds() {
        return bounds;
    }

    Token now() {
        return tokens.get(at);
    }

    boolean isAtEnd() {
        return now().kind() == Token.Kind.END;
    }

    /** Skips the word if it is this one. */
    boolean passed(String word) {
        if (!now().is(word)) return false;
        at++;
        return true;
    }

    void expect(String... words) {
        for (var word : words) {
            if (!passed(word)) throw misses(word);
        }
    }

    Token name() {
        return take(Token.Kind.NAME, "a name");
    }

    Token text() {
        return take(Token.Kind.TEXT, "a text in quotation marks");
    }

    Token take(Token.Kind kind, String what) {
        if (now().kind() != kind) throw misses(what);
        return tokens.get(at++);
    }

    /** A name of several parts. */
    String dotted() {
        var all = new StringBuilder(name().text());
        for (int parts = 1; now().is("."); parts++) {
            if (parts == bounds.parts()) throw fault("name has more than %d parts".formatted(bounds.parts()));
            at++;
            all.append('.').append(passed("*") ? "*" : name().text());
        }
        return all.toString();
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        var name = name();
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name.text()))
                .findFirst()
                .orElseThrow(() -> fault(
                        name,
                        "expected one of " + Arrays.toString(type.getEnumConstants()) + ": found " + shown(name)));
    }

    DraftFault.Found misses(String what) {
        return fault("expected " + what + ": found " + shown(now()));
    }

    DraftFault.Found fault(String what) {
        return fault(now(), what);
    }

    DraftFault.Found fault(Token where, String what) {
        return new DraftFault.Found(file, where.line(), what);
    }

    static String shown(Token token) {
        return Characters.shown(token.text());
    }
}
