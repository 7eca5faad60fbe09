package pujiang.web.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import pujiang.refusal.Refused;
import pujiang.web.problem.RequestRefusal.TooLarge;

/**
 * Bounds every body that is read into memory. Uploads are streamed by their own controller, which does not pass here and
 * has its own limit.
 */
@RestControllerAdvice
final class BodyLimit extends RequestBodyAdviceAdapter {

    static final long LARGEST_BYTES = 256 * 1024;

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        // A declared length is refused before a byte is read; without one, the bytes are counted.
        if (message.getHeaders().getContentLength() > LARGEST_BYTES) throw new Refused(new TooLarge(LARGEST_BYTES));
        return new Bounded(message.getHeaders(), new Counted(message.getBody()));
    }

    private record Bounded(HttpHeaders getHeaders, InputStream getBody) implements HttpInputMessage {}

    private static final class Counted extends FilterInputStream {

        private long left = LARGEST_BYTES;

        private Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            if (octet >= 0) count(1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int octets = super.read(buffer, offset, length);
            if (octets > 0) count(octets);
            return octets;
        }

        private void count(int octets) {
            left -= octets;
            if (left < 0) throw new Refused(new TooLarge(LARGEST_BYTES));
        }
    }
}
