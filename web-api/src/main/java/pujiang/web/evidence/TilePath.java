package pujiang.web.evidence;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a tile as C2SP tlog-tiles writes it: the index in groups of three digits, all but the last marked with an
 * x, and a width where the tile is not full.
 */
record TilePath(int level, long index, int width) {

    private static final int FULL = 256;
    private static final Pattern LEVEL = Pattern.compile("0|[1-5]?[0-9]|6[0-3]");
    private static final Pattern PATH =
            Pattern.compile("/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    static Optional<TilePath> of(String level, String path) {
        var parts = PATH.matcher(path);
        if (!LEVEL.matcher(level).matches() || !parts.matches()) return Optional.empty();
        long index = Long.parseLong(parts.group(1).replaceAll("[x/]", ""));
        int width = parts.group(2) == null ? FULL : Integer.parseInt(parts.group(2));
        return width > FULL ? Optional.empty() : Optional.of(new TilePath(Integer.parseInt(level), index, width));
    }
}
