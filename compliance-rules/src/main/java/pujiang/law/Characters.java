package pujiang.law;

import java.util.Optional;

/**
 * The characters allowed in a file of a rule book: visible ones, with a fixed position. The officer who approves a
 * rule, the editor and this program then read the same lines and the same words.
 *
 * <p>Refused, also in comments and texts: the backslash, with which Java and DRL write other characters
 * ({@code \}{@code u000a} ends a line of Java even inside a comment); control characters, the tab and NUL and a lone
 * carriage return among them; U+0085, U+2028 and U+2029, which end a line for some programs only; invisible characters,
 * such as a byte order mark or one that turns the direction of writing (Unicode TR 36); halves of a surrogate pair, and
 * code points that are never characters. All others are allowed in texts and comments, including Chinese outside the
 * basic plane. In property files the backslash keeps its meaning.
 */
final class Characters {

    /** A refused word is shown up to this length. */
    private static final int LONGEST_SHOWN = 40;

    private static final int LAST_OF_PLANE = 0xfffe;

    private Characters() {}

    /** The first refused character, with its line. */
    static Optional<DraftFault> fault(String file, String text) {
        var rules = file.endsWith(".drl");
        int line = 1;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int character = text.codePointAt(at);
            if (character == '\n') line++;
            else if (!isPlain(character) || (rules && character == '\\')) {
                return Optional.of(new DraftFault(file, line, refused(character)));
            }
        }
        return Optional.empty();
    }

    private static String refused(int character) {
        var why = character == '\\' ? "escapes are not allowed in a rule, nor in a comment" : "write it without";
        return "unexpected character: %s; %s".formatted(shown(character), why);
    }

    static boolean isPlain(String text) {
        return text.codePoints().allMatch(Characters::isPlain);
    }

    private static boolean isPlain(int character) {
        if ((character & LAST_OF_PLANE) == LAST_OF_PLANE || isNeverACharacter(character)) return false;
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    private static boolean isNeverACharacter(int character) {
        return character >= 0xfdd0 && character <= 0xfdef;
    }

    /** The code point, and the character itself if it is visible. */
    static String shown(int character) {
        var number = "U+%04X".formatted(character);
        return isPlain(character) && !Character.isSpaceChar(character)
                ? "%s (%s)".formatted(Character.toString(character), number)
                : number;
    }

    /** A word of a file, shortened and readable, for a message. */
    static String shown(String word) {
        var plain = new StringBuilder();
        word.codePoints()
                .limit(LONGEST_SHOWN)
                .forEach(character -> plain.append(isPlain(character) ? Character.toString(character) : "?"));
        var whole = word.codePointCount(0, word.length()) <= LONGEST_SHOWN;
        return whole ? plain.toString() : plain.append(" …").toString();
    }
}
