package pujiang.web.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.trade.Content;
import pujiang.web.participant.ParticipantBoard;
import pujiang.web.problem.RequestRefusal.NotFound;
import pujiang.web.security.Caller;
import pujiang.web.security.Requires;
import pujiang.web.wiring.FreshIds;

/** What a vendor uploads before it delivers it. */
@RestController
@RequestMapping("/api/v1/contents/{sha256}")
class ContentController {

    private static final Set<String> ARCHIVES = Set.of("application/zip", "application/x-zip-compressed");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,63}/[a-z0-9!#$&^_.+-]{1,63}");

    private final ContentStore store;
    private final ContentBoard board;
    private final ParticipantBoard participants;
    private final FreshIds ids;
    private final Clock clock;

    ContentController(
            ContentStore store, ContentBoard board, ParticipantBoard participants, FreshIds ids, Clock clock) {
        this.store = store;
        this.board = board;
        this.participants = participants;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes the body as it is, whatever its type. Every upload is read to its end, also of bytes that are here already:
     * nobody learns from the answer what another has uploaded.
     */
    @Requires("content:upload")
    @PutMapping
    ResponseEntity<Content> upload(@PathVariable String sha256, HttpServletRequest request, Caller caller)
            throws IOException {
        var declared = new DeclaredDigest(sha256);
        declared.mustAgreeWith(request);
        var mediaType = mediaType(request.getContentType());
        var owner = participants.acting(caller.own()).id();
        var before = board.find(sha256, owner);
        var name = ids.next().toString();
        try (var incoming =
                store.receive(request.getInputStream(), name, sha256, request.getContentLengthLong())) {
            if (ARCHIVES.contains(mediaType)) Archive.check(incoming.file());
            incoming.keep();
            var content = new Content(sha256, incoming.sm3(), incoming.size(), mediaType);
            board.record(content, owner, clock.instant());
            return ResponseEntity.status(before.isPresent() ? HttpStatus.OK : HttpStatus.CREATED)
                    .header("Repr-Digest", declared.header())
                    .body(content);
        }
    }

    @Requires("content:upload")
    @GetMapping
    Content one(@PathVariable String sha256, HttpServletRequest request, Caller caller) {
        ParticipantId owner = caller.own();
        return board.find(new DeclaredDigest(sha256).sha256(), owner)
                .orElseThrow(() -> new Refused(new NotFound(request.getRequestURI())));
    }

    /** Without its parameters: the bytes are what they are. */
    static String mediaType(@Nullable String header) {
        var type = header == null ? "application/octet-stream" : header.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (MEDIA_TYPE.matcher(type).matches()) return type;
        throw Invalid.at("mediaType", "media-type.malformed", "must be a media type like text/csv", "text/csv");
    }
}
