package pujiang.law;

import java.util.Optional;

/**
 * What a file of a rule book is written in: characters that everybody sees, and sees in the same place. A person who agrees
 * to a rule, the editor that shows it and this program then have the same lines and the same words before them.
 *
 * <p>Refused, in comments and texts too: the backslash, with which Java and DRL write other characters ({@code \}{@code
 * u000a} ends a line of Java even inside a comment); control characters, the tab and NUL and a lone carriage return among
 * them; U+0085, U+2028 and U+2029, which end a line for some and not for others; invisible characters, such as a byte order
 * mark or one that turns the direction of writing (Unicode TR 36); halves of a surrogate pair, and code points that never
 * are a character. Everything else may stand in texts and comments, Chinese outside the basic plane included. In files of
 * properties the backslash stays what it is there.
 */
final class Characters {

    /** More of a word that is refused need not be shown. */
    private static final int LONGEST_SHOWN = 40;

    private static final int LAST_OF_PLANE = 0xfffe;

    private Characters() {}

    /** The first character that must not be there, with its line. */
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

    /** By its number, and as it looks if it looks like anything. */
    static String shown(int character) {
        var number = "U+%04X".formatted(character);
        return isPlain(character) && !Character.isSpaceChar(character)
                ? "%s (%s)".formatted(Character.toString(character), number)
                : number;
    }

    /** A word of a file, for a message that stays short and can be read. */
    static String shown(String word) {
        var plain = new StringBuilder();
        word.codePoints()
                .limit(LONGEST_SHOWN)
                .forEach(character -> plain.append(isPlain(character) ? Character.toString(character) : "?"));
        var whole = word.codePointCount(0, word.length()) <= LONGEST_SHOWN;
        return whole ? plain.toString() : plain.append(" …").toString();
    }
}
