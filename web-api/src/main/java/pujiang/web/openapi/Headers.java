package pujiang.web.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;

/** The headers of answers, each described once. */
final class Headers {

    static final String ETAG = "ETag";
    static final String LINK = "Link";
    static final String LOCATION = "Location";
    static final String CONTENT_RANGE = "Content-Range";
    static final String RETRY_AFTER = "Retry-After";
    static final String RATE_LIMIT = "RateLimit";
    static final String REQUEST_ID = "X-Request-Id";
    static final String REPLAYED = "Idempotency-Replayed";
    static final String CHALLENGE = "WWW-Authenticate";

    private Headers() {}

    static void describe(Components components) {
        components
                .addHeaders(ETAG, always("The tag of what the answer shows, for If-Match and If-None-Match.", text()))
                .addHeaders(
                        LINK,
                        header("The next page, rel=\"next\" (RFC 8288). Absent on the last page of a list.", text()))
                .addHeaders(LOCATION, always("The address of what was created.", text().format("uri-reference")))
                .addHeaders(CONTENT_RANGE, always("Which bytes of the file these are.", text()))
                .addHeaders(RETRY_AFTER, header("Seconds after which the request may pass.", text()))
                .addHeaders(
                        RATE_LIMIT,
                        header("The limit that was reached: r is what remains, t the seconds until more.", text()))
                .addHeaders(
                        REQUEST_ID,
                        always("The id of the request, as the client gave it or the exchange made it.", text()))
                .addHeaders(
                        REPLAYED, header("true if the answer is that of an earlier request with the same key.", text()))
                .addHeaders(CHALLENGE, always("How to sign in (RFC 6750).", text()));
    }

    private static Header always(String description, Schema<?> schema) {
        return header(description, schema).required(true);
    }

    private static Header header(String description, Schema<?> schema) {
        return new Header().description(description).schema(schema);
    }

    private static Schema<?> text() {
        return Schemas.of("string");
    }
}
