package pujiang.app.edition;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import pujiang.app.request.RequestRefusal.IfMatchMalformed;
import pujiang.app.request.RequestRefusal.IfMatchMissing;
import pujiang.app.request.RequestRefusal.Stale;
import pujiang.refusal.Refused;

/**
 * The edition of a resource that a caller has read: its aggregate's version or revision. As a parameter of a
 * controller's method it is what If-Match says (RFC 9110, section 13.1.1), which then must be there. {@link Editions}
 * tells it, and compares it with what the resource shows now.
 *
 * @param digest of all that the caller has read; empty where it names the edition by its number alone
 */
public record Edition(long number, String digest) {

    public static final String HEADER = "If-Match";

    /** A strong tag of ours. "*" is refused: it says nothing of what was read, which If-Match is there for. */
    private static final Pattern TAG = Pattern.compile("\"v(0|[1-9][0-9]{0,17})(?:-([0-9a-f]{16}))?\"");

    /** As revisions are counted in the domain; no revision of ours comes near the largest. */
    public int revision() {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    /**
     * Compares with what there is now.
     *
     * @throws Refused if somebody changed it since
     */
    public void mustBe(long current) {
        if (number != current) throw new Refused(new Stale());
    }

    /** @throws Refused unless there is one header, which names one edition */
    public static Edition of(List<String> headers) {
        if (headers.isEmpty()) throw new Refused(new IfMatchMissing());
        var tag = TAG.matcher(headers.getFirst().strip());
        if (headers.size() > 1 || !tag.matches()) throw new Refused(new IfMatchMalformed());
        return new Edition(Long.parseLong(tag.group(1)), Objects.requireNonNullElse(tag.group(2), ""));
    }
}
