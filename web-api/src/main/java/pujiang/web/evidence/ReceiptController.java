package pujiang.web.evidence;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.evidence.Bundle;
import pujiang.evidence.MerkleLog;
import pujiang.evidence.PublicKeys;
import pujiang.evidence.SigningKeys;
import pujiang.trade.Attestation;
import pujiang.trade.TradeId;
import pujiang.web.security.Caller;
import pujiang.web.security.Requires;
import pujiang.web.trade.TradeAccess;
import pujiang.web.trade.TradeHistory;

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

    /** 交付回执. */
    @Requires("trade:read")
    @GetMapping("/receipt")
    Evidence receipt(@PathVariable TradeId trade, Caller caller) {
        access.visible(trade, caller);
        return evidence(access.found(history.receipt(trade)));
    }

    /** 交易凭证. */
    @Requires("trade:read")
    @GetMapping("/certificate")
    Evidence certificate(@PathVariable TradeId trade, Caller caller) {
        access.visible(trade, caller);
        return evidence(access.found(history.certificate(trade)));
    }

    private Evidence evidence(Attestation attestation) {
        var published = keys.published();
        var bundle = log.inclusion(attestation.digest()).map(found -> Bundle.of(attestation, published, found));
        return new Evidence(attestation, published, bundle.orElse(null));
    }

    /** @param bundle null for the second or so until the log has numbered the statement; ask again */
    record Evidence(Attestation attestation, PublicKeys keys, @Nullable Bundle bundle) {}
}
