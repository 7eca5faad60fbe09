package pujiang.web.evidence;

import io.swagger.v3.oas.annotations.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.evidence.LogRefusal.Fork;
import pujiang.app.evidence.LogRefusal.NotOurs;
import pujiang.app.evidence.RestorationBoard;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.digest.Sha256;
import pujiang.evidence.Checkpoint;
import pujiang.evidence.MerkleLog;
import pujiang.evidence.SigningKeys;
import pujiang.refusal.Refused;
import pujiang.trade.Attestation;
import pujiang.web.security.PublicEndpoint;

/** Checks a stored checkpoint against the log. Open to all, as the log is. */
@PublicEndpoint
@RestController
@RequestMapping("/api/v1/log")
class CheckpointController {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointController.class);

    private final MerkleLog log;
    private final SigningKeys keys;
    private final RestorationBoard restorations;
    private final Clock clock;

    CheckpointController(MerkleLog log, SigningKeys keys, RestorationBoard restorations, Clock clock) {
        this.log = log;
        this.keys = keys;
        this.restorations = restorations;
        this.clock = clock;
    }

    @Operation(
            operationId = "checkCheckpoint",
            summary = "Check a saved checkpoint against the evidence log",
            description = "Proves that the log still begins with the entries of the checkpoint. A checkpoint that this"
                    + " exchange signed and that does not belong to its log is stored and reported to the"
                    + " operator. Open to everybody.")
    @PostMapping(path = "/consistency", consumes = MediaType.TEXT_PLAIN_VALUE)
    Consistency consistent(@RequestBody byte[] bytes) {
        var note = new String(bytes, StandardCharsets.UTF_8);
        var shown = read(note);
        var newest = log.checkpoint().orElse("");
        long own = newest.isEmpty() ? 0 : read(newest).size();
        if (!log.begins(shown)) throw forked(note, shown, own);
        var path = shown.size() == 0 ? List.<byte[]>of() : log.consistency(shown.size(), own);
        return new Consistency(
                shown.size(),
                own,
                path.stream().map(Base64.getEncoder()::encodeToString).toList(),
                newest);
    }

    @Operation(
            operationId = "listRestorations",
            summary = "List restorations of the evidence log",
            description =
                    "Signed statements that explain why the log continued below a published checkpoint, the oldest"
                            + " first. Empty if that never happened. Open to everybody.")
    @GetMapping("/restorations")
    PlainPage<Attestation> restorations(Paging paging) {
        return paging.oldestFirst(restorations.all());
    }

    /**
     * That the log of the newest checkpoint begins with the log of the one that was shown (RFC 9162, 2.1.4).
     *
     * @param path Base64 hashes; empty where the one is the other
     */
    record Consistency(long from, long to, List<String> path, String checkpoint) {}

    private Checkpoint read(String note) {
        try {
            return Checkpoint.read(note, keys.published());
        } catch (IllegalArgumentException wrong) {
            throw new Refused(new NotOurs(String.valueOf(wrong.getMessage())));
        }
    }

    private Refused forked(String note, Checkpoint shown, long own) {
        restorations.fork(new Sha256().add(note).hex(), note, own, clock.instant());
        LOG.error(
                "Fork: signed checkpoint of {} statements is not part of the log of {} statements", shown.size(), own);
        return new Refused(new Fork(shown.size(), own));
    }
}
