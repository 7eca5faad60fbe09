package pujiang.refusal;

/** Checks whole numbers at entry, so that all later sums stay within 64 bits. */
public final class Numbers {

    /** 2^53 - 1, the largest that every reader of JSON keeps exactly (RFC 7493, section 2.2). */
    public static final long LARGEST = 9_007_199_254_740_991L;

    private Numbers() {}

    /**
     * Accepts a number from the least to the most.
     *
     * @throws Invalid at the path
     */
    public static void check(String path, long value, long least, long most) {
        if (value < least || value > most) {
            throw Invalid.at(
                    path, "number.out-of-range", "must be between " + least + " and " + most, least + ".." + most);
        }
    }
}
