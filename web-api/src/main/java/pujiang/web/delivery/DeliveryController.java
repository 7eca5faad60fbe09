package pujiang.web.delivery;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.delivery.ByteSpan;
import pujiang.app.delivery.ContentBoard;
import pujiang.app.delivery.ContentBoard.Uploaded;
import pujiang.app.delivery.ContentStore;
import pujiang.app.delivery.Deliveries;
import pujiang.app.delivery.Downloads;
import pujiang.app.delivery.Uploads;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.request.FieldError;
import pujiang.app.request.RequestRefusal.FieldsInvalid;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.delivery.Content;
import pujiang.refusal.Refused;
import pujiang.trade.TradeId;
import pujiang.web.answer.Succeeds;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** Files in, deliveries, files out. */
@RestController
@RequestMapping("/api/v1")
class DeliveryController {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String MALFORMED = "digest.malformed";
    private static final String DIGEST_NEEDED = "must be 64 lower-case hexadecimal digits";
    /** RFC 6838, section 4.2. */
    private static final int LONGEST_TYPE = 127;

    private final ContentStore store;
    private final ContentBoard contents;
    private final Deliveries deliveries;
    private final Downloads downloads;
    private final Uploads uploads;

    DeliveryController(
            ContentStore store, ContentBoard contents, Deliveries deliveries, Downloads downloads, Uploads uploads) {
        this.store = store;
        this.contents = contents;
        this.deliveries = deliveries;
        this.downloads = downloads;
        this.uploads = uploads;
    }

    @Operation(
            operationId = "uploadFile",
            summary = "Upload a file under its SHA-256 digest",
            description =
                    "The file is accepted only if its content has this digest. Any media type is accepted and is kept"
                            + " for the buyer. The same file again answers 200.")
    @Succeeds(status = {200, 201})
    @Requires("content:upload")
    @PutMapping(path = "/contents/{sha256}", consumes = MediaType.ALL_VALUE)
    ResponseEntity<Content> upload(
            @PathVariable String sha256,
            @RequestHeader("Content-Type") MediaType mediaType,
            HttpServletRequest request,
            Caller caller)
            throws IOException {
        var named = digest(sha256, FieldError.inParameter("sha256", MALFORMED, DIGEST_NEEDED, ""));
        var taken = uploads.take(
                caller.own(), named, request.getInputStream(), request.getContentLengthLong(), plain(mediaType));
        return ResponseEntity.status(taken.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(taken.content());
    }

    @Operation(
            operationId = "listUploads",
            summary = "List the caller's uploaded files",
            description = "The newest first.")
    @Requires("content:upload")
    @GetMapping("/contents")
    PlainPage<Content> uploaded(Caller caller, Paging paging) {
        var rows = contents.of(caller.own(), paging.after().orElse(null), paging.rowsToRead());
        return paging.plainPage(rows, Uploaded::place).map(Uploaded::content);
    }

    @Operation(
            operationId = "deliverTrade",
            summary = "Deliver a file to the buyer of a trade",
            description =
                    "The file was uploaded before. The rules are evaluated once more; if they permit the delivery, the"
                            + " receipt is signed.")
    @Requires("trade:deliver")
    @PostMapping("/trades/{trade}/delivery")
    ResponseEntity<TradeView> deliver(
            @PathVariable TradeId trade, @RequestBody Delivery delivery, Caller caller, Idempotent once) {
        return once.run(() -> ResponseEntity.ok(deliveries.deliver(trade, delivery.digest(), delivery.name(), caller)));
    }

    @Operation(
            operationId = "createDownload",
            summary = "Create a download link for the buyer",
            description = "The link expires soon and is used once. Its answer is not stored by caches.")
    @Succeeds(status = 201)
    @Requires("trade:download")
    @PostMapping("/trades/{trade}/downloads")
    ResponseEntity<Downloads.DownloadLink> link(@PathVariable TradeId trade, Caller caller, Idempotent once) {
        return once.run(() -> {
            var link = downloads.link(trade, caller.own());
            return ResponseEntity.created(URI.create(link.url()))
                    .header("Cache-Control", "no-store")
                    .body(link);
        });
    }

    @Operation(
            operationId = "downloadFile",
            summary = "Download a delivered file",
            description = "The whole file, or one range of it, so that an interrupted download can be resumed. HEAD"
                    + " describes the file and does not use up the link.")
    @Succeeds(
            status = {200, 206, 304},
            tagged = true,
            media = "*/*")
    @Requires("trade:download")
    @GetMapping("/downloads/{token}")
    void download(
            @PathVariable String token,
            @RequestHeader(name = "Range", required = false) @Nullable String range,
            @RequestHeader(name = "If-Range", required = false) @Nullable String ifRange,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var found = downloads.look(token, caller);
        var content = found.content();
        var fileResponse = new FileResponse(response, content, downloads.name(found));
        if (fileResponse.isKnown(request.getHeaders("If-None-Match"))) return;
        if (request.getMethod().equals("HEAD")) {
            fileResponse.describe(ByteSpan.whole(content.size()));
            return;
        }
        // If the range cannot be had, RFC 9110, 15.5.17, asks to say how long the file is.
        response.setHeader("Content-Range", "bytes */" + content.size());
        var span = ByteSpan.of(range, ifRange, fileResponse.tag(), content.size());
        response.setHeader("Content-Range", span.partial() ? span.header(content.size()) : null);
        try (var file = FileChannel.open(store.path(content.sha256()), StandardOpenOption.READ)) {
            downloads.begin(found, caller);
            fileResponse.describe(span);
            // Whoever reads the last byte closes the connection, and by that says so.
            response.setHeader("Connection", "close");
            fileResponse.send(file, span.start(), span.tail());
            sendTheRest(file, fileResponse, span, downloads.parting(found, span), request);
        }
    }

    private static void sendTheRest(
            FileChannel file,
            FileResponse fileResponse,
            ByteSpan span,
            Consumer<Boolean> parting,
            HttpServletRequest request)
            throws IOException {
        try {
            fileResponse.send(file, span.tail(), span.end());
            Acknowledgement.of(request, parting);
        } catch (IOException | RuntimeException broken) {
            parting.accept(false);
            throw broken;
        }
    }

    /**
     * What a buyer is told to expect has to be one type. Of its parameters only a charset other than UTF-8 stays: without it
     * the bytes would say something else.
     */
    private static String plain(MediaType type) {
        var charset = type.getCharset();
        var told =
                charset == null || charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)
                        ? ""
                        : ";charset=" + charset.name();
        var plain = type.getType() + "/" + type.getSubtype() + told;
        if (plain.length() <= LONGEST_TYPE && type.isConcrete()) return plain;
        throw new Refused(new FieldsInvalid(
                FieldError.inHeader("Content-Type", "value.malformed", "must be one media type of 127 characters")));
    }

    private static String digest(String sha256, FieldError otherwise) {
        if (DIGEST.matcher(sha256).matches()) return sha256;
        throw new Refused(new FieldsInvalid(otherwise));
    }

    static String digestInBody(String sha256) {
        return digest(sha256, FieldError.inBody("/sha256", MALFORMED, DIGEST_NEEDED, ""));
    }

    /**
     * @param sha256 names what the vendor has uploaded before
     * @param name of the file, with its extension, under which the buyer saves it; without one it is called as the product
     */
    record Delivery(String sha256, @Nullable String name) {

        private String digest() {
            return digestInBody(sha256);
        }
    }
}
