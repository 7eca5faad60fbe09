package pujiang.law;

import java.util.ArrayList;
import java.util.List;
import pujiang.law.Token.Kind;

/**
 * Parts a rule file into words: names, texts in quotation marks, numbers, a few marks. They are separated by spaces,
 * ends of lines (LF; a CR before it is removed when a file is read) and comments, which begin with two slashes and end
 * with their line. There are no other comments, none inside a dotted name, and no escapes. One pass, no recursion, and
 * each word has a maximum length.
 */
final class Lexer {

    /** Ensures that every number is a {@code long}. */
    private static final int MOST_DIGITS = 18;

    private static final String MARKS = "@():.,;*-";

    private final String file;
    private final String text;
    private final Bounds bounds;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    /** Whether a comment separates the last word from here. */
    private boolean apart;

    private Lexer(String file, String text, Bounds bounds) {
        this.file = file;
        this.text = text;
        this.bounds = bounds;
    }

    /** @throws DraftFault.Found at the first character that is not part of a word */
    static List<Token> tokens(String file, String text, Bounds bounds) {
        return new Lexer(file, text, bounds).tokens();
    }

    private List<Token> tokens() {
        while (at < text.length()) next(text.charAt(at));
        tokens.add(new Token(Kind.END, "the end of the file", line));
        return tokens;
    }

    private void next(char first) {
        if (first == '\n') endLine();
        else if (first == ' ') at++;
        else if (text.startsWith("//", at)) comment();
        else if (beginsName(first)) name();
        else if (isDigit(first)) number();
        else if (first == '"') text();
        else if (MARKS.indexOf(first) >= 0) take(Kind.MARK, at + 1);
        else throw fault("unexpected character: " + Characters.shown(text.codePointAt(at)));
    }

    private void endLine() {
        line++;
        at++;
    }

    private void comment() {
        while (at < text.length() && text.charAt(at) != '\n') at++;
        apart = true;
    }

    /** A hyphen joins lower-case letters only, so that {@code getYear() - 1} has three words after its name. */
    private void name() {
        int end = at + 1;
        while (continuesName(end) || (is('-', end) && end + 1 < text.length() && isSmall(text.charAt(end + 1)))) end++;
        if (end - at > bounds.name()) throw fault("name longer than %d characters".formatted(bounds.name()));
        take(Kind.NAME, end);
    }

    private void number() {
        int end = at;
        while (end < text.length() && isDigit(text.charAt(end))) end++;
        if (end - at > MOST_DIGITS) throw fault("number longer than %d digits".formatted(MOST_DIGITS));
        // Java would read an octal number.
        if (end - at > 1 && is('0', at) && !bounds.isHistoric()) throw fault("number has a leading 0");
        if (continuesName(end) || is('.', end)) throw fault("invalid number");
        take(Kind.NUMBER, end);
    }

    private void text() {
        int end = at + 1;
        while (end < text.length() && "\"\\\n".indexOf(text.charAt(end)) < 0) end++;
        if (is('\\', end)) throw fault("escape in a text is not allowed");
        if (!is('"', end)) throw fault("text is not closed on its line");
        if (end - at > bounds.text()) throw fault("text longer than %d characters".formatted(bounds.text()));
        tokens.add(new Token(Kind.TEXT, text.substring(at + 1, end), line));
        apart = false;
        at = end + 1;
    }

    private void take(Kind kind, int end) {
        var token = new Token(kind, text.substring(at, end), line);
        if (apart
                && !bounds.isHistoric()
                && (token.is(".") || (!tokens.isEmpty() && tokens.getLast().is(".")))) {
            throw fault("comment inside a name");
        }
        tokens.add(token);
        apart = false;
        at = end;
    }

    private boolean is(char character, int where) {
        return where < text.length() && text.charAt(where) == character;
    }

    private boolean continuesName(int where) {
        return where < text.length() && (beginsName(text.charAt(where)) || isDigit(text.charAt(where)));
    }

    private static boolean beginsName(char character) {
        return isSmall(character) || (character >= 'A' && character <= 'Z') || character == '$' || character == '_';
    }

    private static boolean isSmall(char character) {
        return character >= 'a' && character <= 'z';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private DraftFault.Found fault(String what) {
        return new DraftFault.Found(file, line, what);
    }
}
