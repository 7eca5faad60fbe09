package pujiang.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One word of a rule file.
 *
 * @param line from 1
 */
record Token(Kind kind, String text, int line) {

    enum Kind {
        /** A name, with dollar sign or hyphens, as in {@code $why} and {@code date-effective}. */
        NAME,
        /** Without its quotation marks. */
        TEXT,
        NUMBER,
        MARK,
        END
    }

    /** A comment reaches to the end of its line; there is no other kind, and no escape in a text. */
    private static final Pattern WORDS = Pattern.compile(
            "(?<space>[ \\n]+|//[^\\n]*)|(?<name>[A-Za-z$_][A-Za-z0-9$_]*(?:-[a-z]+)*)|\"(?<text>[^\"\\\\\\n]*)\""
                    + "|(?<number>\\d{1,18})|(?<mark>[@():.,;*-])");

    /** @throws DraftFault.Found at the first character that belongs to no word of a rule */
    static List<Token> of(String file, String text) {
        var tokens = new ArrayList<Token>();
        var words = WORDS.matcher(text);
        int line = 1;
        int at = 0;
        while (at < text.length()) {
            if (!words.find() || words.start() != at) {
                throw new DraftFault.Found(file, line, "has a character that no rule needs: " + shown(text, at));
            }
            for (var kind : List.of(Kind.NAME, Kind.TEXT, Kind.NUMBER, Kind.MARK)) {
                var word = words.group(kind.name().toLowerCase(Locale.ROOT));
                if (word != null) tokens.add(new Token(kind, word, line));
            }
            line += (int) words.group().chars().filter(c -> c == '\n').count();
            at = words.end();
        }
        tokens.add(new Token(Kind.END, "the end of the file", line));
        return tokens;
    }

    private static String shown(String text, int at) {
        int character = text.codePointAt(at);
        return "%s (U+%04X)".formatted(Character.toString(character), character);
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.MARK) && text.equals(word);
    }
}
