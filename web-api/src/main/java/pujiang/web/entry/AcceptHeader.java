package pujiang.web.entry;

import java.util.Comparator;
import java.util.List;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Whether an Accept header takes a media type (RFC 9110, section 12.5.1): the most specific range that covers it decides. */
final class AcceptHeader {

    private static final Comparator<MediaType> SPECIFIC = Comparator.comparing(
                    (MediaType range) -> !range.isWildcardType())
            .thenComparing(range -> !range.isWildcardSubtype());

    private AcceptHeader() {}

    /** Who sends none takes anything; one that cannot be read takes nothing. */
    static boolean takes(List<String> accept, MediaType type) {
        if (accept.isEmpty()) return true;
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .filter(range -> range.includes(type))
                    .max(SPECIFIC)
                    .filter(range -> range.getQualityValue() > 0)
                    .isPresent();
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}
