package pujiang.refusal;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks names that people rely on: they have only visible characters, in the order shown. The checks apply to the
 * moment of naming: names from before the checks existed are still read.
 */
public final class Names {

    /** Letters and symbols that show nothing: fillers of Hangul, vowels of Khmer, a Braille cell without dots. */
    private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0);

    /** Joins its neighbours, and shows nothing itself (COMBINING GRAPHEME JOINER). */
    private static final int JOINER = 0x034F;

    /** Separators of folders, wildcards and quotation marks of all systems on which the file may be saved. */
    private static final String NOT_IN_A_FILE = "/\\:*?\"<>|";

    private static final int LONGEST_OF_A_FILE = 200;

    /** The limit of most file systems for a name. */
    private static final int MOST_BYTES_OF_A_FILE = 255;

    /** Devices of Windows, in any case and with any extension: no file there can have these names. */
    private static final Pattern DEVICE = Pattern.compile(
            "(CON|PRN|AUX|NUL|CLOCK\\$|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3])\\s*(\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private Names() {}

    /**
     * Accepts a name under which a file can be saved on any system and is visible there.
     *
     * @throws Invalid at the path
     */
    public static void checkFile(String path, String name) {
        Texts.check(path, name, LONGEST_OF_A_FILE);
        check(path, name);
        if (name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES_OF_A_FILE) {
            throw Invalid.at(
                    path,
                    "text.too-long-for-a-file",
                    "must be at most " + MOST_BYTES_OF_A_FILE + " bytes in UTF-8",
                    "1.." + MOST_BYTES_OF_A_FILE);
        }
        if (isDevice(name)) {
            throw Invalid.at(path, "text.name-of-a-device", "must not be called as a device of Windows, such as CON");
        }
        // A dot at the beginning hides it on some systems; a dot or blank at the end is dropped by others.
        var edged = name.startsWith(".") || name.endsWith(".") || !name.equals(name.strip());
        if (edged || name.chars().anyMatch(character -> NOT_IN_A_FILE.indexOf(character) >= 0)) {
            throw Invalid.at(
                    path,
                    "text.not-a-file-name",
                    "must not contain / \\ : * ? \" < > | nor begin or end with a dot or blank");
        }
    }

    /** Whether a file or folder of that name can exist, and is visible, on any system. */
    public static boolean fits(String name) {
        return !name.isBlank()
                && name.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES_OF_A_FILE
                && !isDevice(name)
                && !name.endsWith(".")
                && !name.endsWith(" ")
                && name.chars().noneMatch(character -> NOT_IN_A_FILE.indexOf(character) >= 0)
                && name.codePoints().noneMatch(character -> turns(character) || breaksLines(character))
                && !hides(name);
    }

    /** Whether Windows treats it as a device, such as {@code nul.csv}. */
    public static boolean isDevice(String name) {
        return DEVICE.matcher(name).matches();
    }

    /**
     * Accepts a text of one line (see {@link Texts#check}) without invisible characters.
     *
     * @throws Invalid at the path
     */
    public static void check(String path, String name) {
        mustBeSeen(path, name);
        mustRunForwards(path, name);
        if (name.codePoints().anyMatch(Names::breaksLines)) {
            throw Invalid.at(path, "text.control-character", "must not contain control characters");
        }
        if (hides(name)) {
            throw Invalid.at(
                    path, "text.hidden-character", "must not contain characters that show nothing or are not assigned");
        }
    }

    /**
     * Accepts an empty text, or one with a visible character.
     *
     * @throws Invalid at the path
     */
    public static void mustBeSeen(String path, String text) {
        if (text.isEmpty()) return;
        if (text.isBlank()) throw Invalid.at(path, "text.blank", "must not be blank");
        if (text.codePoints().noneMatch(Names::seen)) {
            throw Invalid.at(path, "text.shows-nothing", "must contain visible characters");
        }
    }

    /**
     * Accepts any text that is shown in its stored order. Scripts that run from right to left need no control
     * characters.
     *
     * @throws Invalid at the path
     */
    public static void mustRunForwards(String path, String text) {
        if (text.codePoints().anyMatch(Names::turns)) {
            throw Invalid.at(path, "text.runs-backwards", "must not change the direction in which it is read");
        }
    }

    private static boolean seen(int character) {
        return switch (Character.getType(character)) {
            case Character.UNASSIGNED,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK -> false;
            default -> !BLANK.contains(character);
        };
    }

    /** Embeddings, overrides and isolates of the bidirectional algorithm (UAX 9, section 2). */
    private static boolean turns(int character) {
        return within(character, 0x202A, 0x202E) || within(character, 0x2066, 0x2069);
    }

    private static boolean breaksLines(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }

    /** A variation selector sets the form of the character before it. Some names in Han characters need it. */
    private static boolean hides(String name) {
        int last = ' ';
        for (int character : name.codePoints().toArray()) {
            if (isSelector(character) ? !seen(last) : hidden(character)) return true;
            last = character;
        }
        return false;
    }

    private static boolean hidden(int character) {
        return switch (Character.getType(character)) {
            case Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> true;
            default -> character == JOINER || BLANK.contains(character);
        };
    }

    private static boolean isSelector(int character) {
        return within(character, 0xFE00, 0xFE0F) || within(character, 0xE0100, 0xE01EF);
    }

    private static boolean within(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
