package pujiang.app.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;
import pujiang.refusal.Names;

/**
 * The name of a file when saved (RFC 6266): a readable name in any script, with the extension of its kind; and an ASCII
 * name for readers without other scripts.
 *
 * @param plain of printable ASCII
 * @param full in any script
 */
public record FileName(String plain, String full) {

    /** With the longest extension fewer than the 255 bytes that most file systems hold. */
    private static final int LONGEST = 240;

    /** No folder separator of any system, no invisible character, no quotation mark, no wildcard of a shell. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}/\\\\:*?\"<>|]+");

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("text/csv", "csv"),
            Map.entry("text/plain", "txt"),
            Map.entry("text/tab-separated-values", "tsv"),
            Map.entry("text/xml", "xml"),
            Map.entry("application/xml", "xml"),
            Map.entry("application/json", "json"),
            Map.entry("application/geo+json", "geojson"),
            Map.entry("application/jsonl", "jsonl"),
            Map.entry("application/x-ndjson", "jsonl"),
            Map.entry("application/pdf", "pdf"),
            Map.entry("application/zip", "zip"),
            Map.entry("application/gzip", "gz"),
            Map.entry("application/vnd.apache.parquet", "parquet"),
            Map.entry("application/vnd.ms-excel", "xls"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("image/png", "png"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/tiff", "tif"));

    /** Characters that every reader accepts unescaped between quotation marks (RFC 6266, appendix D). */
    private static final Pattern QUOTABLE = Pattern.compile("[\\x20-\\x7e&&[^\"\\\\%]]+");

    private static final Pattern EXTENSION = Pattern.compile(".*(\\.[A-Za-z0-9]{1,10})");

    /** @param given a name that {@link pujiang.refusal.Names#checkFile} has let pass */
    static FileName named(String plain, String given) {
        if (QUOTABLE.matcher(given).matches()) return new FileName(given, given);
        var extension = EXTENSION.matcher(given);
        return new FileName(safe(plain) + (extension.matches() ? extension.group(1) : ""), given);
    }

    /** A kind that is not known has the extension of bytes. */
    public static FileName of(String plain, String called, String mediaType) {
        var extension = "." + EXTENSIONS.getOrDefault(mediaType.split(";", 2)[0], "bin");
        var fit = shortened(UNFIT.matcher(called).replaceAll(" ").strip());
        // A name that begins with a dot is hidden on many systems.
        var name = fit.replaceFirst("^\\.+", "");
        if (name.isEmpty() || Names.isDevice(name)) name = safe(plain);
        var full = name.toLowerCase(Locale.ROOT).endsWith(extension) ? name : name + extension;
        return new FileName(safe(plain) + extension, full);
    }

    /** An id may be the name of a device. */
    private static String safe(String plain) {
        return Names.isDevice(plain) ? plain + "_" : plain;
    }

    private static String shortened(String text) {
        int end = 0;
        for (int bytes = 0; end < text.length(); ) {
            int character = text.codePointAt(end);
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST) break;
            end += Character.charCount(character);
        }
        return text.substring(0, end).strip();
    }

    /** RFC 6266, appendix D: both forms, of which a reader takes the second if it knows it. */
    public String disposition() {
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''"
                + UriUtils.encode(full, StandardCharsets.UTF_8);
    }
}
