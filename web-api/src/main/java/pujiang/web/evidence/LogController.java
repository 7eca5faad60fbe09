package pujiang.web.evidence;

import java.util.Base64;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.evidence.MerkleLog;
import pujiang.evidence.PublicKeys;
import pujiang.evidence.SigningKeys;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.web.security.Open;

/** Open to everybody: a log that only its owner can read proves nothing. It holds hashes, no trade's content. */
@Open
@RestController
@RequestMapping("/api/v1")
class LogController {

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

    /** C2SP tlog-checkpoint. */
    @GetMapping(path = "/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(log.checkpoint().orElseThrow(() -> new Refused(new NotFound("/api/v1/log/checkpoint"))));
    }

    /** C2SP tlog-tiles: hashes side by side, up to 256; a full tile never changes. */
    @GetMapping(path = "/log/tile/{level}/{index}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(@PathVariable int level, @PathVariable long index) {
        if (level < 0 || level > 7 || index < 0) throw Invalid.at("level", "number.out-of-range", "must be 0 to 7");
        var tile = log.tile(level, index);
        if (tile.length == 0) throw new Refused(new NotFound("/api/v1/log/tile/" + level + "/" + index));
        return ResponseEntity.ok(tile);
    }

    /** Where the statement of that SHA-256 digest is in the log, and the path to the newest checkpoint's root. */
    @GetMapping("/log/proofs/{digest}")
    Proof proof(@PathVariable String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw Invalid.at("digest", "digest.malformed", "must be 64 lower-case hexadecimal digits");
        }
        return log.inclusion(digest)
                .map(Proof::of)
                .orElseThrow(() -> new Refused(new NotFound("/api/v1/log/proofs/" + digest)));
    }

    /** That the log of the larger size begins with the log of the smaller one (RFC 9162, 2.1.4). */
    @GetMapping("/log/consistency")
    List<String> consistency(@RequestParam long from, @RequestParam long to) {
        if (from < 1) {
            throw Invalid.at("from", "number.out-of-range", "must be at least 1: every log begins with the empty one");
        }
        try {
            return log.consistency(from, to).stream()
                    .map(Base64.getEncoder()::encodeToString)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw Invalid.at("from", "number.out-of-range", String.valueOf(e.getMessage()));
        }
    }

    record Proof(long index, long size, List<String> path, String checkpoint) {

        static Proof of(MerkleLog.Inclusion inclusion) {
            var path = inclusion.path().stream()
                    .map(Base64.getEncoder()::encodeToString)
                    .toList();
            return new Proof(inclusion.index(), inclusion.size(), path, inclusion.checkpoint());
        }
    }
}
