package pujiang.web.delivery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.trade.TradeId;
import pujiang.web.delivery.Downloads.Opened;
import pujiang.web.delivery.Downloads.Ticket;
import pujiang.web.security.Caller;
import pujiang.web.security.Requires;
import pujiang.web.trade.TradeAccess;

/** How a buyer fetches what was delivered. */
@RestController
class DownloadController {

    private static final Logger LOG = LoggerFactory.getLogger(DownloadController.class);
    private static final int BUFFER = 1 << 16;

    private final Downloads downloads;
    private final TradeAccess access;
    private final ContentStore store;

    DownloadController(Downloads downloads, TradeAccess access, ContentStore store) {
        this.downloads = downloads;
        this.access = access;
        this.store = store;
    }

    /**
     * A one-time link for this buyer. Asking again makes another; there is no Idempotency-Key, because a recorded answer
     * would keep the secret.
     */
    @Requires("trade:download")
    @PostMapping("/api/v1/trades/{trade}/downloads")
    ResponseEntity<Ticket> issue(@PathVariable TradeId trade, Caller caller) {
        var ticket = downloads.issue(access.asBuyer(trade, caller));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(ticket);
    }

    /** The bytes; resumable by Range and If-Range. HEAD looks without using the link. */
    @Requires("trade:download")
    @GetMapping("/api/v1/downloads/{token}")
    void fetch(@PathVariable String token, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var opened = downloads.look(token, caller.own());
        var content = opened.content();
        var tag = "\"" + content.sha256() + "\"";
        var range = ByteRange.of(request.getHeader("Range"), request.getHeader("If-Range"), tag, content.size());
        try (var file = store.open(content.sha256());
                var _ = MDC.putCloseable("trade", opened.trade().value())) {
            describe(opened, range, tag, response);
            if (request.getMethod().equals("HEAD")) return;
            downloads.use(token, opened, caller.username());
            long reached = range.from();
            try {
                reached = send(file, range, response);
            } finally {
                downloads.served(token, range.from(), reached, content.size());
            }
        }
    }

    private static void describe(Opened opened, ByteRange range, String tag, HttpServletResponse response) {
        var content = opened.content();
        response.setStatus(range.partial() ? HttpServletResponse.SC_PARTIAL_CONTENT : HttpServletResponse.SC_OK);
        if (range.partial()) response.setHeader("Content-Range", range.contentRange(content.size()));
        response.setContentType(content.mediaType());
        response.setContentLengthLong(range.length());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("ETag", tag);
        response.setHeader("Repr-Digest", new DeclaredDigest(content.sha256()).header());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + opened.trade() + "\"");
    }

    /**
     * Through a buffer, not by the server's sendfile: that would not tell how far it came, and the link must know.
     *
     * @return up to where the bytes went out
     */
    private static long send(FileChannel file, ByteRange range, HttpServletResponse response) throws IOException {
        var output = response.getOutputStream();
        var buffer = ByteBuffer.allocate(BUFFER);
        long position = range.from();
        try {
            while (position < range.to()) {
                buffer.clear().limit((int) Math.min(BUFFER, range.to() - position));
                int count = file.read(buffer, position);
                if (count < 0) throw new IllegalStateException("a delivered file is shorter than its receipt says");
                output.write(buffer.array(), 0, count);
                position += count;
            }
            output.flush();
        } catch (IOException hungUp) {
            LOG.info("download broke off at byte {}: {}", position, hungUp.getMessage());
            // What lies in buffers on the way did not arrive; the resumed request tells from where.
            return Math.min(position, range.to() - 1);
        }
        return position;
    }
}
