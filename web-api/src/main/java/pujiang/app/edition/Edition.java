package pujiang.app.edition;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import pujiang.app.request.RequestRefusal.IfMatchMalformed;
import pujiang.app.request.RequestRefusal.IfMatchMissing;
import pujiang.app.request.RequestRefusal.Stale;
import pujiang.refusal.Refused;

/**
 * The ETag of a resource that a caller has read: its aggregate's version or revision. As a parameter of a controller's
 * method it is the value of If-Match (RFC 9110, section 13.1.1), which is then required. {@link Editions} makes it, and
 * compares it with the current resource.
 *
 * @param digest of all that the caller has read; empty if the ETag is the number alone
 */
public record Edition(long number, String digest) {

    public static final String HEADER = "If-Match";

    /**
     * A strong tag of the exchange. "*" is refused: it does not identify what was read, the purpose of If-Match here.
     */
    private static final Pattern TAG = Pattern.compile("\"v(0|[1-9][0-9]{0,17})(?:-([0-9a-f]{16}))?\"");

    /** Revisions are counted in the domain; none comes near the largest. */
    public int revision() {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    /**
     * Compares with the current number.
     *
     * @throws Refused if the resource was changed since
     */
    public void mustBe(long current) {
        if (number != current) throw new Refused(new Stale());
    }

    /** @throws Refused unless there is exactly one header with one ETag */
    public static Edition of(List<String> headers) {
        if (headers.isEmpty()) throw new Refused(new IfMatchMissing());
        var tag = TAG.matcher(headers.getFirst().strip());
        if (headers.size() > 1 || !tag.matches()) throw new Refused(new IfMatchMalformed());
        return new Edition(Long.parseLong(tag.group(1)), Objects.requireNonNullElse(tag.group(2), ""));
    }
}
