package pujiang.web.delivery;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Refused;
import pujiang.web.delivery.ContentRefusal.RangeNotSatisfiable;

/**
 * Which bytes are wanted (RFC 9110, section 14). Several ranges at once are answered with the whole, which the RFC allows.
 *
 * @param to exclusive
 */
record ByteRange(long from, long to, boolean partial) {

    /** At most 18 digits, so that parsing cannot fail. */
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    static ByteRange of(@Nullable String range, @Nullable String ifRange, String tag, long size) {
        var whole = new ByteRange(0, size, false);
        if (range == null || ifRange != null && !ifRange.strip().equals(tag)) return whole;
        var one = ONE.matcher(range.replace(" ", ""));
        if (!one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) return whole;
        return one.group(1).isEmpty()
                ? suffix(Long.parseLong(one.group(2)), size)
                : from(Long.parseLong(one.group(1)), one.group(2), whole);
    }

    long length() {
        return to - from;
    }

    String contentRange(long size) {
        return "bytes %d-%d/%d".formatted(from, to - 1, size);
    }

    private static ByteRange suffix(long last, long size) {
        if (last == 0 || size == 0) throw new Refused(new RangeNotSatisfiable(size));
        return new ByteRange(Math.max(0, size - last), size, true);
    }

    private static ByteRange from(long first, String lastText, ByteRange whole) {
        long size = whole.to();
        long last = lastText.isEmpty() ? size - 1 : Math.min(Long.parseLong(lastText), size - 1);
        if (!lastText.isEmpty() && Long.parseLong(lastText) < first) return whole;
        if (first >= size) throw new Refused(new RangeNotSatisfiable(size));
        return new ByteRange(first, last + 1, true);
    }
}
