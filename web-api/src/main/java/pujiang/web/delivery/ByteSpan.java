package pujiang.web.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;
import pujiang.refusal.Refused;
import pujiang.web.delivery.DeliveryRefusal.RangeNotSatisfiable;

/**
 * Which bytes of a file are wanted (RFC 9110, section 14). Several ranges at once are not served: the whole is, as the
 * standard allows.
 *
 * @param end the byte after the last
 */
record ByteSpan(long start, long end, boolean partial) {

    /** @param ifRange the validator that a resumed download was begun with; another one asks for the whole file anew */
    static ByteSpan of(@Nullable String range, @Nullable String ifRange, String tag, long size) {
        // A unit that is not understood is ignored.
        if (range == null || !range.startsWith("bytes=")) return whole(size);
        if (ifRange != null && !ifRange.equals(tag)) return whole(size);
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(range);
            if (ranges.size() != 1) return whole(size);
            var wanted = ranges.getFirst();
            if (wanted.getRangeStart(size) >= size) throw new Refused(new RangeNotSatisfiable(size));
            return new ByteSpan(wanted.getRangeStart(size), wanted.getRangeEnd(size) + 1, true);
        } catch (IllegalArgumentException _) {
            throw new Refused(new RangeNotSatisfiable(size));
        }
    }

    static ByteSpan whole(long size) {
        return new ByteSpan(0, size, false);
    }

    long length() {
        return end - start;
    }

    /** As Content-Range says it. */
    String header(long size) {
        return "bytes %d-%d/%d".formatted(start, end - 1, size);
    }
}
