package pujiang.web.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import pujiang.app.delivery.ByteSpan;
import pujiang.app.delivery.FileName;
import pujiang.delivery.Content;

/** A kept file on its way out: as an attachment, never shown in a browser, never cached. */
record FileResponse(HttpServletResponse response, Content content, FileName name) {

    String tag() {
        return "\"" + content.sha256() + "\"";
    }

    /** Whether the caller has it already, and was told so. */
    boolean isKnown(Enumeration<String> ifNoneMatch) {
        var known = Collections.list(ifNoneMatch).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || tag.equals(tag()) || tag.equals("W/" + tag()));
        if (known) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            response.setHeader("ETag", tag());
        }
        return known;
    }

    void describe(ByteSpan span) {
        response.setStatus(span.partial() ? HttpServletResponse.SC_PARTIAL_CONTENT : HttpServletResponse.SC_OK);
        response.setContentType(content.mediaType());
        response.setContentLengthLong(span.length());
        response.setHeader("ETag", tag());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", name.disposition());
    }

    void send(FileChannel file, long start, long end) throws IOException {
        var out = Channels.newChannel(response.getOutputStream());
        for (long position = start; position < end; ) {
            long sent = file.transferTo(position, end - position, out);
            if (sent <= 0) throw new IOException("the stored file is shorter than its record");
            position += sent;
        }
        response.flushBuffer();
    }
}
