package pujiang.app.edition;

import org.springframework.stereotype.Component;
import pujiang.app.request.RequestRefusal.Stale;
import pujiang.digest.Sha256;
import pujiang.refusal.Refused;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ETag of a served resource: {@code "v3-5f2c…"}, the number of its edits and a digest of every byte that is shown.
 * The content changes without an edit (a stop, a new name of the vendor) and differs between readers. With the number
 * alone, a reader of the old content would not see the change. See docs/decisions/0084-an-etag-is-of-what-is-shown.md.
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
     * Compares what a caller has read with what it would read now. A caller that sends the number alone ({@code "v3"})
     * accepts other changes: the aggregate compares the number.
     *
     * @throws Refused if the content has changed since
     */
    public void mustShow(Edition read, Object shown) {
        if (!read.digest().isEmpty() && !read.digest().equals(digest(shown))) throw new Refused(new Stale());
    }

    private String digest(Object shown) {
        return new Sha256().add(json.writeValueAsBytes(shown)).hex(DIGEST_BYTES);
    }
}
