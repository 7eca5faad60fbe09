package pujiang.law;

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

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.MARK) && text.equals(word);
    }
}
