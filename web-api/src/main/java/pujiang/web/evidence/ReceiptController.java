package pujiang.web.evidence;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeAccess;
import pujiang.app.trade.TradeHistory;
import pujiang.evidence.Bundle;
import pujiang.evidence.MerkleLog;
import pujiang.evidence.PublicKeys;
import pujiang.evidence.SigningKeys;
import pujiang.trade.Attestation;
import pujiang.trade.TradeId;
import pujiang.web.security.Requires;

/** What was signed about a trade, for its parties: with everything that is needed to check it offline. */
@RestController
@RequestMapping("/api/v1/trades/{trade}")
class ReceiptController {

    private final TradeHistory history;
    private final MerkleLog log;
    private final SigningKeys keys;
    private final TradeAccess access;

    ReceiptController(TradeHistory history, MerkleLog log, SigningKeys keys, TradeAccess access) {
        this.history = history;
        this.log = log;
        this.keys = keys;
        this.access = access;
    }

    @Operation(
            operationId = "getReceipt",
            summary = "Read the receipt of a delivery 交付回执",
            description =
                    "The signed statement with the public keys and the inclusion proof, for offline verification. The"
                            + " bundle is null until the log has numbered the statement, which takes about one second.")
    @Requires("trade:read")
    @GetMapping("/receipt")
    Evidence receipt(@PathVariable TradeId trade, Caller caller) {
        access.visible(trade, caller);
        return evidence(access.found(history.receipt(trade)));
    }

    @Operation(
            operationId = "getCertificate",
            summary = "Read the certificate of a trade 交易凭证",
            description =
                    "The signed statement together with the receipt that it names. The bundle is null until the log"
                            + " has numbered the statement.")
    @Requires("trade:read")
    @GetMapping("/certificate")
    Certified certificate(@PathVariable TradeId trade, Caller caller) {
        access.visible(trade, caller);
        var certificate = access.found(history.certificate(trade));
        var receipt = history.receipt(trade).map(found -> new Logged(found, bundle(found)));
        return new Certified(certificate, keys.published(), bundle(certificate), receipt.orElse(null));
    }

    private Evidence evidence(Attestation attestation) {
        return new Evidence(attestation, keys.published(), bundle(attestation));
    }

    private @Nullable Bundle bundle(Attestation attestation) {
        return log.inclusion(attestation.digest())
                .map(found -> Bundle.of(attestation, keys.published(), found))
                .orElse(null);
    }

    /** @param bundle null for the second or so until the log has numbered the statement; ask again */
    record Evidence(Attestation attestation, PublicKeys keys, @Nullable Bundle bundle) {}

    /**
     * As {@link Evidence}, of both.
     *
     * @param receipt of the delivery; null if it is not stored, and then the certificate proves nothing
     */
    record Certified(Attestation attestation, PublicKeys keys, @Nullable Bundle bundle, @Nullable Logged receipt) {}

    /** @param bundle as in {@link Evidence} */
    record Logged(Attestation attestation, @Nullable Bundle bundle) {}
}
