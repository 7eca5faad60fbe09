package pujiang.web.delivery;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import pujiang.trade.Content;

/** A kept file on its way out: as an attachment, never shown in a browser, never cached. */
record Outgoing(HttpServletResponse response, Content content) {

    String tag() {
        return "\"" + content.sha256() + "\"";
    }

    void describe(ByteSpan span) {
        response.setStatus(span.partial() ? HttpServletResponse.SC_PARTIAL_CONTENT : HttpServletResponse.SC_OK);
        response.setContentType(content.mediaType());
        response.setContentLengthLong(span.length());
        response.setHeader("ETag", tag());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + content.sha256() + "\"");
    }

    void send(FileChannel file, ByteSpan span) throws IOException {
        var out = Channels.newChannel(response.getOutputStream());
        for (long position = span.start(); position < span.end(); ) {
            long sent = file.transferTo(position, span.end() - position, out);
            if (sent <= 0) throw new IOException("the stored file is shorter than its record");
            position += sent;
        }
        response.flushBuffer();
    }
}
