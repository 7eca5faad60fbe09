package pujiang.web.verify;

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
 * @param recall what a recall's file tells for reading; null for a receipt
 * @param events as {@code recall}
 */
record SavedEvidence(
        Attestation attestation,
        PublicKeys keys,
        @Nullable Bundle bundle,
        @Nullable JsonNode recall,
        @Nullable JsonNode events) {

    private static final String RECALL_FILE = "recall-file/1";

    /** Whether what is signed says that it is a recall's file. */
    static boolean isOfRecall(Optional<JsonNode> statement) {
        return statement
                .map(said -> said.path("type").asString("").equals(RECALL_FILE))
                .orElse(false);
    }

    /** The answer says some things twice, and a reader may look at either; the first that is not the same, if any. */
    Optional<String> saidOtherwise(Optional<JsonNode> statement) {
        var signed = statement.orElseGet(MissingNode::getInstance);
        return bundled()
                .or(() -> SaidTwice.difference("recall", signed.path("recall"), read(recall)))
                .or(() -> SaidTwice.difference("events", signed.path("events"), read(events)));
    }

    private Optional<String> bundled() {
        return bundle == null
                        || (bundle.attestation().equals(attestation)
                                && bundle.keys().equals(keys))
                ? Optional.empty()
                : Optional.of("attestation, or keys");
    }

    private static JsonNode read(@Nullable JsonNode node) {
        return node == null ? MissingNode.getInstance() : node;
    }
}
