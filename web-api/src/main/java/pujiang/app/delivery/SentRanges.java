package pujiang.app.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The bytes of a file that completed responses have sent, in any order of requests.
 *
 * @param parts in order, none touching the next
 */
record SentRanges(List<Part> parts) {

    static final SentRanges NOTHING = new SentRanges(List.of());

    /** More scattered parts than that are not kept: the smallest is forgotten, and the link then ends by time. */
    private static final int MOST = 128;

    /** @param end the byte after the last */
    record Part(long start, long end) {

        private boolean touches(Part other) {
            return start <= other.end && other.start <= end;
        }

        private Part joined(Part other) {
            return new Part(Math.min(start, other.start), Math.max(end, other.end));
        }

        private long length() {
            return end - start;
        }

        @Override
        public String toString() {
            return start + "-" + end;
        }
    }

    static SentRanges parse(String text) {
        if (text.isEmpty()) return NOTHING;
        return new SentRanges(Arrays.stream(text.split(",", -1))
                .map(part -> part.split("-", -1))
                .map(ends -> new Part(Long.parseLong(ends[0]), Long.parseLong(ends[1])))
                .toList());
    }

    SentRanges with(long start, long end) {
        if (start >= end) return this;
        var joined = new Part(start, end);
        var apart = new ArrayList<Part>();
        for (var part : parts) {
            if (part.touches(joined)) joined = joined.joined(part);
            else apart.add(part);
        }
        apart.add(joined);
        if (apart.size() > MOST)
            apart.remove(
                    apart.stream().min(Comparator.comparingLong(Part::length)).orElseThrow());
        apart.sort(Comparator.comparingLong(Part::start));
        return new SentRanges(List.copyOf(apart));
    }

    /** Whether all bytes of a file of that size are sent. */
    boolean isAll(long size) {
        return size == 0 || parts.equals(List.of(new Part(0, size)));
    }

    String text() {
        return parts.stream().map(Part::toString).collect(Collectors.joining(","));
    }
}
