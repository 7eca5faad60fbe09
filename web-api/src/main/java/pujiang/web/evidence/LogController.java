package pujiang.web.evidence;

import io.swagger.v3.oas.annotations.Operation;
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
import pujiang.web.security.PublicEndpoint;

/** Open to all: a log that only its owner can read proves nothing. It has hashes, without any trade's content. */
@PublicEndpoint
@RestController
@RequestMapping("/api/v1")
class LogController {

    private final MerkleLog log;
    private final SigningKeys keys;

    LogController(MerkleLog log, SigningKeys keys) {
        this.log = log;
        this.keys = keys;
    }

    @Operation(
            operationId = "getPublicKeys",
            summary = "Read the public keys of the exchange",
            description = "The keys that verify receipts, certificates and checkpoints. Open to everybody.")
    @GetMapping("/keys")
    PublicKeys keys() {
        return keys.published();
    }

    @Operation(
            operationId = "getCheckpoint",
            summary = "Read the newest checkpoint of the evidence log",
            description = "A signed note in the form of C2SP tlog-checkpoint. Open to everybody.")
    @GetMapping(path = "/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    ResponseEntity<String> checkpoint() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(log.checkpoint().orElseThrow(() -> new Refused(new NotFound("/api/v1/log/checkpoint"))));
    }

    @Operation(
            operationId = "getLogTile",
            summary = "Read a tile of the evidence log",
            description =
                    "Up to 256 hashes of 32 bytes in the form of C2SP tlog-tiles. A full tile never changes. Open to"
                            + " everybody.")
    @GetMapping(path = "/log/tile/{level}/{index}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(@PathVariable int level, @PathVariable long index) {
        if (level < 0 || level > 7 || index < 0) throw Invalid.at("level", "number.out-of-range", "must be 0 to 7");
        var tile = log.tile(level, index);
        if (tile.length == 0) throw new Refused(new NotFound("/api/v1/log/tile/" + level + "/" + index));
        return ResponseEntity.ok(tile);
    }

    @Operation(
            operationId = "getInclusionProof",
            summary = "Prove that a statement is in the evidence log",
            description = "The index of the statement with this SHA-256 digest, and the path to the root of the newest"
                    + " checkpoint (RFC 9162). Open to everybody.")
    @GetMapping("/log/proofs/{digest}")
    Proof proof(@PathVariable String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw Invalid.at("digest", "digest.malformed", "must be 64 lower-case hexadecimal digits");
        }
        return log.inclusion(digest)
                .map(Proof::of)
                .orElseThrow(() -> new Refused(new NotFound("/api/v1/log/proofs/" + digest)));
    }

    @Operation(
            operationId = "getConsistencyProof",
            summary = "Prove that a larger log extends a smaller one",
            description = "The hashes of RFC 9162, 2.1.4, in Base64. Open to everybody.")
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
