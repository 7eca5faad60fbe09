package pujiang.app.delivery;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pujiang.app.delivery.DeliveryRefusal.RangeNotSatisfiable;
import pujiang.refusal.Refused;

/**
 * The requested bytes of a file (RFC 9110, section 14). Several ranges at once are not served: the whole file is, as
 * the standard allows.
 *
 * @param end the byte after the last
 */
public record ByteSpan(long start, long end, boolean partial) {

    private static final int LAST_BYTES = 8 * 1024;
    private static final String UNIT = "bytes=";

    /** Digits without end: RFC 9110, section 14.1.1, sets no bound to them. */
    private static final Pattern ONE = Pattern.compile("\\s*([0-9]*)-([0-9]*)\\s*");

    private static final Pattern SEVERAL = Pattern.compile("[0-9\\s,-]+,[0-9\\s,-]+");

    /** A header of the server's own limit has fewer; longer ones cost more than they could mean. */
    private static final int LONGEST = 1_000;

    /**
     * @param ifRange the validator at the start of a resumed download; a different one requests the whole file again
     */
    public static ByteSpan of(@Nullable String range, @Nullable String ifRange, String tag, long size) {
        // A unit that is not understood is ignored.
        if (range == null || !range.startsWith(UNIT)) return whole(size);
        if (ifRange != null && !ifRange.equals(tag)) return whole(size);
        var wanted = range.substring(UNIT.length());
        if (wanted.length() <= LONGEST && SEVERAL.matcher(wanted).matches()) return whole(size);
        var one = ONE.matcher(wanted);
        if (wanted.length() > LONGEST || !one.matches()) throw new Refused(new RangeNotSatisfiable(size));
        return one.group(1).isEmpty() ? last(one.group(2), size) : from(one.group(1), one.group(2), size);
    }

    /** The last bytes, of the requested number; all bytes of a shorter file. */
    private static ByteSpan last(String length, long size) {
        var wanted = length.isEmpty() ? 0 : clamped(length, size);
        if (wanted == 0) throw new Refused(new RangeNotSatisfiable(size));
        return new ByteSpan(size - wanted, size, true);
    }

    private static ByteSpan from(String first, String last, long size) {
        var start = clamped(first, size);
        var end = last.isEmpty() ? size : Math.min(clamped(last, size) + 1, size);
        if (start >= size || start >= end) throw new Refused(new RangeNotSatisfiable(size));
        return new ByteSpan(start, end, true);
    }

    /** No position is beyond the end of the file. */
    private static long clamped(String digits, long size) {
        return new BigInteger(digits).min(BigInteger.valueOf(size)).longValueExact();
    }

    public static ByteSpan whole(long size) {
        return new ByteSpan(0, size, false);
    }

    /** The start of the last bytes, which are held back until the end of the connection is observed. */
    public long tail() {
        return Math.max(start, end - LAST_BYTES);
    }

    public long length() {
        return end - start;
    }

    /** As Content-Range says it. */
    public String header(long size) {
        return "bytes %d-%d/%d".formatted(start, end - 1, size);
    }
}
