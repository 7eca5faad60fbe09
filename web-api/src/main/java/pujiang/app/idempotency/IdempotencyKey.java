package pujiang.app.idempotency;

import java.util.List;
import java.util.regex.Pattern;
import pujiang.app.request.RequestRefusal.KeyMalformed;
import pujiang.app.request.RequestRefusal.KeyMissing;
import pujiang.refusal.Refused;

/**
 * The key of one request. The draft makes it a String of RFC 9651, that is quoted; a token without quotes is taken too,
 * since most clients of older interfaces send one, and means the same key.
 */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";

    /** Of a page's form. */
    public static final String FIELD = "_key";

    private static final int LONGEST = 255;
    /** RFC 9651, section 3.3.3. */
    private static final Pattern QUOTED = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\"");
    /** The characters of RFC 9651, section 3.3.4; a digit may come first, as it does in most UUIDs. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z:/-]+");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

    public static IdempotencyKey of(List<String> headers) {
        if (headers.isEmpty()) throw new Refused(new KeyMissing());
        if (headers.size() > 1) throw new Refused(new KeyMalformed());
        var key = unquoted(headers.getFirst().strip());
        if (key.isEmpty() || key.length() > LONGEST) throw new Refused(new KeyMalformed());
        return new IdempotencyKey(key);
    }

    private static String unquoted(String header) {
        if (TOKEN.matcher(header).matches()) return header;
        var quoted = QUOTED.matcher(header);
        if (!quoted.matches()) throw new Refused(new KeyMalformed());
        return ESCAPE.matcher(quoted.group(1)).replaceAll("$1");
    }
}
