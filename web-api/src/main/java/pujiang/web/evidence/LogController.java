package pujiang.web.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.evidence.MerkleLog;
import pujiang.evidence.PublicKeys;
import pujiang.evidence.SigningKeys;
import pujiang.refusal.Refused;
import pujiang.web.problem.RequestRefusal.NotFound;
import pujiang.web.security.Open;

/** The log, open to everybody: it holds hashes only, and a log that is not watched proves nothing. */
@Open
@RestController
@RequestMapping("/api/v1")
class LogController {

    private static final int HASH = 32;
    private static final Duration YEAR = Duration.ofDays(365);

    private final MerkleLog log;
    private final SigningKeys keys;

    LogController(MerkleLog log, SigningKeys keys) {
        this.log = log;
        this.keys = keys;
    }

    @GetMapping("/keys")
    PublicKeys keys() {
        return keys.published();
    }

    /** The newest signed note (C2SP tlog-checkpoint). */
    @GetMapping(value = "/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=utf-8")
    ResponseEntity<String> checkpoint(HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(log.checkpoint().orElseThrow(() -> missing(request)));
    }

    /** Hashes side by side (C2SP tlog-tiles); what is there once never changes. */
    @GetMapping(value = "/log/tile/{level}/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(@PathVariable String level, @PathVariable String path, HttpServletRequest request) {
        var tile = TilePath.of(level, path).orElseThrow(() -> missing(request));
        var hashes = log.tile(tile.level(), tile.index());
        if (hashes.length < tile.width() * HASH) throw missing(request);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
                .body(Arrays.copyOf(hashes, tile.width() * HASH));
    }

    /** @param path Base64 hashes from the leaf to the root */
    record Proof(String digest, long index, long size, List<String> path, String checkpoint) {}

    /** Where the statement with that SHA-256 digest is, and why that is so (RFC 9162, section 2.1.3). */
    @GetMapping("/log/proofs/{digest}")
    Proof proof(@PathVariable String digest, HttpServletRequest request) {
        var found = log.inclusion(digest).orElseThrow(() -> missing(request));
        var path = found.path().stream().map(Base64.getEncoder()::encodeToString).toList();
        return new Proof(digest, found.index(), found.size(), path, found.checkpoint());
    }

    private static Refused missing(HttpServletRequest request) {
        return new Refused(new NotFound(request.getRequestURI()));
    }
}
