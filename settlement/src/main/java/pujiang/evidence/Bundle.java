package pujiang.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import pujiang.digest.Sha256;
import pujiang.evidence.Checked.Part;
import pujiang.trade.Attestation;

/**
 * All data needed to verify one signed statement without contacting the exchange.
 *
 * @param path Base64 hashes from the leaf to the root
 */
public record Bundle(
        Attestation attestation, PublicKeys keys, long index, long size, List<String> path, String checkpoint) {

    public Bundle {
        path = List.copyOf(path);
    }

    public static Bundle of(Attestation attestation, PublicKeys keys, MerkleLog.Inclusion inclusion) {
        var path = inclusion.path().stream()
                .map(Base64.getEncoder()::encodeToString)
                .toList();
        return new Bundle(attestation, keys, inclusion.index(), inclusion.size(), path, inclusion.checkpoint());
    }

    /**
     * All checks, in order. They do not show whose keys these are: the reader should get the keys from another source.
     */
    public List<Checked> checks() {
        var checks = new ArrayList<>(signatures(attestation, keys));
        checks.addAll(log());
        return checks;
    }

    /** The first check that fails, if any. */
    public Optional<Checked> firstDifference() {
        return checks().stream().filter(check -> !check.holds()).findFirst();
    }

    /** The checks of a statement that is not yet in the log. */
    public static List<Checked> signatures(Attestation attestation, PublicKeys keys) {
        var statement = attestation.statement();
        return List.of(
                digest(attestation),
                key(attestation, keys),
                signature(Part.SM2, () -> keys.verifiesSm2(statement, attestation.sm2())),
                signature(Part.ED25519, () -> keys.verifiesEd25519(statement, attestation.ed25519())));
    }

    private static Checked digest(Attestation attestation) {
        var own = new Sha256().add(attestation.statement()).hex();
        return own.equals(attestation.digest())
                ? Checked.holds(Part.DIGEST)
                : Checked.differs(Part.DIGEST, "%s, not %s".formatted(own, attestation.digest()));
    }

    private static Checked key(Attestation attestation, PublicKeys keys) {
        try {
            if (!keys.ownId().equals(keys.id())) {
                return Checked.differs(Part.KEY, "the keys are %s, not %s".formatted(keys.ownId(), keys.id()));
            }
        } catch (RuntimeException _) {
            return Checked.differs(Part.KEY, "malformed");
        }
        return keys.id().equals(attestation.key())
                ? Checked.holds(Part.KEY)
                : Checked.differs(Part.KEY, "signed with %s, not %s".formatted(attestation.key(), keys.id()));
    }

    /** The decoders throw many kinds of exceptions on hostile keys or signatures. */
    private static Checked signature(Part part, BooleanSupplier verifies) {
        try {
            return verifies.getAsBoolean()
                    ? Checked.holds(part)
                    : Checked.differs(part, "not this key's signature of this statement");
        } catch (RuntimeException _) {
            return Checked.differs(part, "malformed");
        }
    }

    private List<Checked> log() {
        try {
            var signed = Checkpoint.read(checkpoint, keys);
            if (signed.size() != size) {
                return List.of(Checked.differs(
                        Part.CHECKPOINT, "it is of %d leaves, not of %d".formatted(signed.size(), size)));
            }
            return List.of(Checked.holds(Part.CHECKPOINT), inclusion(signed.root()));
        } catch (IllegalArgumentException e) {
            return List.of(Checked.differs(Part.CHECKPOINT, String.valueOf(e.getMessage())));
        }
    }

    private Checked inclusion(byte[] root) {
        var leaf = Merkle.leaf(attestation.statement().getBytes(StandardCharsets.UTF_8));
        try {
            var proof = path.stream().map(Base64.getDecoder()::decode).toList();
            return Merkle.included(leaf, index, size, proof, root)
                    ? Checked.holds(Part.INCLUSION)
                    : Checked.differs(Part.INCLUSION, "the path from leaf %d misses the root".formatted(index));
        } catch (IllegalArgumentException _) {
            return Checked.differs(Part.INCLUSION, "malformed");
        }
    }
}
