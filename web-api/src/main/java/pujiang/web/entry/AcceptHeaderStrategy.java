package pujiang.web.entry;

import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Accept without the parameters of its ranges, but for their weights. Nothing here is written in several charsets or
 * profiles; a parameter that a client names would else become the label of an answer that is written as always.
 */
final class AcceptHeaderStrategy extends HeaderContentNegotiationStrategy {

    @Override
    public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
        return super.resolveMediaTypes(request).stream()
                .map(AcceptHeaderStrategy::bare)
                .toList();
    }

    private static MediaType bare(MediaType range) {
        return new MediaType(range.getType(), range.getSubtype(), range.getQualityValue());
    }
}
