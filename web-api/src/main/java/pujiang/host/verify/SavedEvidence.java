package pujiang.host.verify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pujiang.evidence.Bundle;
import pujiang.evidence.PublicKeys;
import pujiang.trade.Attestation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What {@code GET /api/v1/trades/{id}/receipt}, {@code …/certificate} and {@code GET /api/v1/recalls/{id}/file} answer.
 *
 * @param bundle null if the log had not numbered the statement yet, and for a recall, which is not in the log
 * @param receipt the receipt that a certificate names; null for a receipt, and in a certificate that was saved without it
 * @param recall what a recall's file tells for reading; null for a receipt
 * @param events as {@code recall}
 */
record SavedEvidence(
        Attestation attestation,
        PublicKeys keys,
        @Nullable Bundle bundle,
        @Nullable Logged receipt,
        @Nullable JsonNode recall,
        @Nullable JsonNode events) {

    private static final String RECALL_FILE = "recall-file/1";
    private static final String CERTIFICATE = "trade-certificate/1";

    /** A signed statement, and where it is in the log. */
    record Logged(Attestation attestation, @Nullable Bundle bundle) {}

    Logged logged() {
        return new Logged(attestation, bundle);
    }

    static boolean isCertificate(Optional<JsonNode> statement) {
        return says(statement, CERTIFICATE);
    }

    /** Whether what is signed says that it is a recall's file. */
    static boolean isOfRecall(Optional<JsonNode> statement) {
        return says(statement, RECALL_FILE);
    }

    private static boolean says(Optional<JsonNode> statement, String type) {
        return statement
                .map(said -> said.path("type").asString("").equals(type))
                .orElse(false);
    }

    /** The answer says some things twice, and a reader may look at either; the first that is not the same, if any. */
    Optional<String> saidOtherwise(Optional<JsonNode> statement) {
        var signed = statement.orElseGet(MissingNode::getInstance);
        return bundled(logged())
                .or(() -> receipt == null ? Optional.empty() : bundled(receipt).map(what -> what + " of the receipt"))
                .or(() -> CopyCheck.difference("recall", signed.path("recall"), read(recall)))
                .or(() -> CopyCheck.difference("events", signed.path("events"), read(events)));
    }

    private Optional<String> bundled(Logged of) {
        var bundle = of.bundle();
        return bundle == null
                        || (bundle.attestation().equals(of.attestation())
                                && bundle.keys().equals(keys))
                ? Optional.empty()
                : Optional.of("attestation, or keys");
    }

    private static JsonNode read(@Nullable JsonNode node) {
        return node == null ? MissingNode.getInstance() : node;
    }
}
