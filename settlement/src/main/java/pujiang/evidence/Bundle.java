package pujiang.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import pujiang.trade.Attestation;

/**
 * Everything that is needed to check one signed statement without asking the exchange.
 *
 * @param path Base64 hashes from the leaf to the root
 */
public record Bundle(
        Attestation attestation, PublicKeys keys, long index, long size, List<String> path, String checkpoint) {

    public static Bundle of(Attestation attestation, PublicKeys keys, MerkleLog.Inclusion inclusion) {
        var path = inclusion.path().stream()
                .map(Base64.getEncoder()::encodeToString)
                .toList();
        return new Bundle(attestation, keys, inclusion.index(), inclusion.size(), path, inclusion.checkpoint());
    }

    /**
     * The first thing that does not fit, if any. Whether the keys are the exchange's own is for the reader to know: they
     * should not come from the same hand as the bundle.
     */
    public Optional<String> firstDifference() {
        var statement = attestation.statement();
        if (!Digests.sha256(statement).equals(attestation.digest())) return Optional.of("digest");
        if (!keys.id().equals(attestation.key())) return Optional.of("key");
        try {
            if (!keys.verifiesSm2(statement, attestation.sm2())) return Optional.of("sm2");
            if (!keys.verifiesEd25519(statement, attestation.ed25519())) return Optional.of("ed25519");
        } catch (RuntimeException _) {
            return Optional.of("signature or key is malformed");
        }
        return logDifference(statement.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<String> logDifference(byte[] statement) {
        try {
            var signed = Checkpoint.read(checkpoint, keys);
            if (signed.size() != size) return Optional.of("size");
            var proof = path.stream().map(Base64.getDecoder()::decode).toList();
            return Merkle.included(Merkle.leaf(statement), index, size, proof, signed.root())
                    ? Optional.empty()
                    : Optional.of("path");
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
