package pujiang.refusal;

/** Checks texts that people enter. Lengths are counted in characters of Unicode, as utf8mb4 columns count them. */
public final class Texts {

    private Texts() {}

    /**
     * Accepts a text that is not blank, has at most a number of characters, and has no control characters.
     *
     * @throws Invalid at the path
     */
    public static void check(String path, String value, int longest) {
        if (value.isBlank()) throw Invalid.at(path, "text.blank", "must not be blank");
        atMost(path, value, longest);
    }

    /** As {@link #check}, but the text may be empty. */
    public static void atMost(String path, String value, int longest) {
        if (value.codePointCount(0, value.length()) > longest) {
            throw Invalid.at(path, "text.too-long", "must be at most " + longest + " characters", "0.." + longest);
        }
        if (value.codePoints().anyMatch(Texts::control)) {
            throw Invalid.at(path, "text.control-character", "must not contain control characters");
        }
        if (value.codePoints().anyMatch(Texts::halfPair)) {
            throw Invalid.at(path, "text.not-unicode", "must not contain half a surrogate pair");
        }
    }

    /** Half of a surrogate pair, which no column can hold. */
    private static boolean halfPair(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    private static boolean control(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }
}
