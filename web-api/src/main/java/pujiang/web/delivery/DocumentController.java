package pujiang.web.delivery;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.delivery.ByteSpan;
import pujiang.app.delivery.ContentStore;
import pujiang.app.delivery.Documents;
import pujiang.app.delivery.FileName;
import pujiang.app.edition.Editions;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.compliance.FactSheet;
import pujiang.delivery.Content;
import pujiang.trade.TradeId;
import pujiang.web.answer.Succeeds;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** Documents that officers have requested. */
@RestController
@RequestMapping("/api/v1/trades/{trade}/document-requests/{number}/document")
class DocumentController {

    private final Documents documents;
    private final ContentStore store;
    private final Editions editions;

    DocumentController(Documents documents, ContentStore store, Editions editions) {
        this.documents = documents;
        this.store = store;
        this.editions = editions;
    }

    /**
     * @param sha256 names what the party has uploaded before
     * @param facts what the document proves: each fact that was asked for, and no other
     */
    record Showing(String sha256, FactSheet facts) {}

    @Operation(
            operationId = "provideDocument",
            summary = "Provide a requested document",
            description =
                    "The file was uploaded before. The rules are evaluated again at once, on what the document proves.")
    @Succeeds(tagged = true)
    @Requires("document:provide")
    @PostMapping
    ResponseEntity<TradeView> provide(
            @PathVariable TradeId trade,
            @PathVariable int number,
            @RequestBody Showing showing,
            Caller caller,
            Idempotent once) {
        return once.run(() -> {
            var digest = DeliveryController.digestInBody(showing.sha256());
            var now = documents.provide(trade, number, digest, showing.facts(), caller);
            return ResponseEntity.ok().eTag(editions.tag(now.version(), now)).body(now);
        });
    }

    @Operation(
            operationId = "downloadDocument",
            summary = "Download a provided document",
            description = "For the officers, and for the party that provided it.")
    @Succeeds(status = 200, tagged = true, media = "*/*")
    @Requires("document:read")
    @GetMapping
    void read(@PathVariable TradeId trade, @PathVariable int number, Caller caller, HttpServletResponse response)
            throws IOException {
        var content = documents.shown(trade, number, caller);
        var fileResponse = new FileResponse(response, content, name(trade, number, content));
        var whole = ByteSpan.whole(content.size());
        try (var file = FileChannel.open(store.path(content.sha256()), StandardOpenOption.READ)) {
            fileResponse.describe(whole);
            fileResponse.send(file, 0, content.size());
        }
    }

    private static FileName name(TradeId trade, int number, Content content) {
        var plain = trade + "-document-" + number;
        return FileName.of(plain, plain, content.mediaType());
    }
}
