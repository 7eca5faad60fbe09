package pujiang.web.verify;

import org.jspecify.annotations.Nullable;
import pujiang.evidence.Bundle;
import pujiang.evidence.PublicKeys;
import pujiang.trade.Attestation;

/**
 * What {@code GET /api/v1/trades/{id}/receipt} and {@code …/certificate} answer.
 *
 * @param bundle null if the log had not numbered the statement yet
 */
record SavedEvidence(Attestation attestation, PublicKeys keys, @Nullable Bundle bundle) {

    /** The answer says some things twice; a reader may look at either. */
    boolean saysTheSameTwice() {
        return bundle == null
                || (bundle.attestation().equals(attestation) && bundle.keys().equals(keys));
    }
}
