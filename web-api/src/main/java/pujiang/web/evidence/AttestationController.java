package pujiang.web.evidence;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.evidence.Bundle;
import pujiang.evidence.MerkleLog;
import pujiang.evidence.SigningKeys;
import pujiang.refusal.Refused;
import pujiang.trade.Attestation;
import pujiang.trade.TradeId;
import pujiang.web.security.Caller;
import pujiang.web.security.Requires;
import pujiang.web.trade.TradeAccess;
import pujiang.web.trade.TradeHistory;

/** What the exchange has signed about a trade, alone and with everything needed to check it without the exchange. */
@RestController
@RequestMapping("/api/v1/trades/{trade}")
class AttestationController {

    private final TradeAccess access;
    private final TradeHistory history;
    private final MerkleLog log;
    private final SigningKeys keys;

    AttestationController(TradeAccess access, TradeHistory history, MerkleLog log, SigningKeys keys) {
        this.access = access;
        this.history = history;
        this.log = log;
        this.keys = keys;
    }

    @Requires("trade:read")
    @GetMapping("/receipt")
    Attestation receipt(@PathVariable TradeId trade, Caller caller) {
        access.visible(trade, caller);
        return access.found(history.receipt(trade));
    }

    @Requires("trade:read")
    @GetMapping("/receipt/bundle")
    Bundle receiptBundle(@PathVariable TradeId trade, Caller caller) {
        return bundle(receipt(trade, caller));
    }

    @Requires("trade:read")
    @GetMapping("/certificate")
    Attestation certificate(@PathVariable TradeId trade, Caller caller) {
        access.visible(trade, caller);
        return access.found(history.certificate(trade));
    }

    @Requires("trade:read")
    @GetMapping("/certificate/bundle")
    Bundle certificateBundle(@PathVariable TradeId trade, Caller caller) {
        return bundle(certificate(trade, caller));
    }

    private Bundle bundle(Attestation attestation) {
        return log.inclusion(attestation.digest())
                .map(inclusion -> Bundle.of(attestation, keys.published(), inclusion))
                .orElseThrow(() -> new Refused(new EvidenceRefusal.NotYetLogged(attestation.digest())));
    }
}
