package pujiang.app.edition;

import org.springframework.stereotype.Component;
import pujiang.app.request.RequestRefusal.Stale;
import pujiang.digest.Sha256;
import pujiang.refusal.Refused;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ETag of what a resource shows: {@code "v3-5f2c…"}, the number by which its edits are counted and a digest of every
 * byte that is shown. What is shown changes without an edit (a stop, a new name of the vendor), and differs between
 * readers; the number alone would tell a reader of the old one that nothing is new. See
 * docs/decisions/0084-an-etag-is-of-what-is-shown.md.
 */
@Component
public final class Editions {

    private static final int DIGEST_BYTES = 8;

    private final JsonMapper json;

    Editions(JsonMapper json) {
        this.json = json;
    }

    /**
     * Strong: the same tag is only ever given to the same bytes.
     *
     * @param shown what GET answers to this caller
     */
    public String tag(long number, Object shown) {
        return "\"v" + number + "-" + digest(shown) + "\"";
    }

    /**
     * Compares what a caller has read with what it would read now. Who names an edition by its number alone
     * ({@code "v3"}) does not mind what else has changed: the aggregate compares the number.
     *
     * @throws Refused if it shows something else since
     */
    public void mustShow(Edition read, Object shown) {
        if (!read.digest().isEmpty() && !read.digest().equals(digest(shown))) throw new Refused(new Stale());
    }

    private String digest(Object shown) {
        return new Sha256().add(json.writeValueAsBytes(shown)).hex(DIGEST_BYTES);
    }
}
