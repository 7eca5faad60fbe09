package pujiang.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.AbstractJacksonHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import pujiang.app.request.RequestRefusal.Malformed;
import pujiang.app.request.RequestRefusal.TooLarge;
import pujiang.refusal.Refused;

/**
 * Bounds every body that is read into memory, and keeps its bytes beside the request. Uploads are streamed by their own
 * controller, which does not pass here and has its own limit.
 */
@RestControllerAdvice
public final class BodyLimit extends RequestBodyAdviceAdapter {

    public static final int LARGEST_BYTES = 256 * 1024;

    private static final String BYTES = BodyLimit.class.getName() + ".bytes";

    private final HttpServletRequest current;

    /** @param current stands for whichever request the thread is in */
    BodyLimit(HttpServletRequest current) {
        this.current = current;
    }

    /** The body exactly as it was sent; empty if nobody has read one. */
    public static byte[] bytes(HttpServletRequest request) {
        return request.getAttribute(BYTES) instanceof byte[] bytes ? bytes : new byte[0];
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        // A declared length is refused before a byte is read; a body without one is read up to the limit.
        if (message.getHeaders().getContentLength() > LARGEST_BYTES) throw new Refused(new TooLarge(LARGEST_BYTES));
        var bytes = read(message);
        if (bytes.length > LARGEST_BYTES) throw new Refused(new TooLarge(LARGEST_BYTES));
        if (AbstractJacksonHttpMessageConverter.class.isAssignableFrom(converter)) mustBeUtf8(bytes);
        current.setAttribute(BYTES, bytes);
        return new Read(message.getHeaders(), new ByteArrayInputStream(bytes));
    }

    /** A connection that breaks off, or stands still for too long, is its caller's matter, and no fault of ours. */
    private static byte[] read(HttpInputMessage message) {
        try {
            return message.getBody().readNBytes(LARGEST_BYTES + 1);
        } catch (IOException _) {
            throw new Refused(new Malformed(0, 0));
        }
    }

    /**
     * RFC 8259, section 8.1. The reader of JSON takes overlong forms, of which one is a slash in disguise, and UTF-16, which
     * holds zeros where JSON in UTF-8 never does.
     */
    private static void mustBeUtf8(byte[] bytes) {
        try {
            if (StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .anyMatch(one -> one == 0)) {
                throw new Refused(new Malformed(0, 0));
            }
        } catch (CharacterCodingException _) {
            throw new Refused(new Malformed(0, 0));
        }
    }

    private record Read(HttpHeaders getHeaders, InputStream getBody) implements HttpInputMessage {}
}
