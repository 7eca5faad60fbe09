package pujiang.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.digest.Sha256;
import pujiang.evidence.Checked.Part;
import pujiang.trade.Attestation;

class BundleTest {

    private static final SigningKeys KEYS = Keys.known();
    private static final PublicKeys PUBLISHED = KEYS.published();
    private static final Attestation RECEIPT = Statements.receipt(KEYS, Optional.empty());
    private static final Attestation CERTIFICATE = Statements.certificate(KEYS);

    private final Bundle bundle = bundle(KEYS);

    @Test
    void whatWasSignedAndLoggedFits() {
        assertThat(bundle.checks()).extracting(Checked::part).containsExactly(Part.values());
        assertThat(bundle.firstDifference()).isEmpty();
    }

    @ParameterizedTest(name = "changed {0}: {1} differs")
    @CsvSource(
            textBlock =
                    """
            statement,        DIGEST
            digest,           DIGEST
            both,             SM2
            key,              KEY
            key's label,      KEY
            foreign keys,     KEY
            foreign keys under our label, KEY
            sm2,              SM2
            sm2 garbage,      SM2
            ed25519,          ED25519
            ed25519 garbage,  ED25519
            point,            KEY
            checkpoint,       CHECKPOINT
            foreign checkpoint, CHECKPOINT
            size,             CHECKPOINT
            index,            INCLUSION
            path,             INCLUSION
            shorter path,     INCLUSION
            longer path,      INCLUSION
            path garbage,     INCLUSION
            other statement,  INCLUSION
            """)
    void theFirstDifferenceIsNamed(String part, Part differs) {
        var changed = changed(part);

        assertThat(changed).isNotEqualTo(bundle);
        assertThat(changed.firstDifference()).map(Checked::part).contains(differs);
    }

    @Test
    void aDifferenceSaysWhatWasFound() {
        assertThat(changed("digest").firstDifference().orElseThrow().difference())
                .contains(RECEIPT.digest() + ", not " + CERTIFICATE.digest());
        assertThat(changed("size").firstDifference().orElseThrow().difference())
                .contains("it is of 3 leaves, not of 4");
    }

    private Bundle changed(String part) {
        var other = Keys.other().published();
        var hashes = bundle.path();
        return switch (part) {
            case "statement" -> with(RECEIPT.statement().replace("lake", "lane"), RECEIPT.digest());
            case "digest" -> with(RECEIPT.statement(), CERTIFICATE.digest());
            case "both" -> with("{}", new Sha256().add("{}").hex());
            case "key" -> attested(RECEIPT.sm2(), RECEIPT.ed25519(), other.id());
            case "key's label" -> keyed(new PublicKeys("2026-1", PUBLISHED.sm2(), PUBLISHED.ed25519()));
            case "foreign keys" -> keyed(other);
            case "foreign keys under our label" -> keyed(new PublicKeys(PUBLISHED.id(), other.sm2(), other.ed25519()));
            case "point" -> keyed(new PublicKeys(PUBLISHED.id(), "zz", PUBLISHED.ed25519()));
            case "sm2" -> attested(CERTIFICATE.sm2(), RECEIPT.ed25519(), RECEIPT.key());
            case "sm2 garbage" -> attested("?", RECEIPT.ed25519(), RECEIPT.key());
            case "ed25519" -> attested(RECEIPT.sm2(), CERTIFICATE.ed25519(), RECEIPT.key());
            case "ed25519 garbage" -> attested(RECEIPT.sm2(), "AA==", RECEIPT.key());
            case "checkpoint" -> logged(1, 3, hashes, bundle.checkpoint().replace("\n3\n", "\n4\n"));
            case "foreign checkpoint" ->
                logged(1, 3, hashes, bundle(Keys.other()).checkpoint());
            case "size" -> logged(1, 4, hashes, bundle.checkpoint());
            case "index" -> logged(0, 3, hashes, bundle.checkpoint());
            case "path" -> logged(1, 3, hashes.reversed(), bundle.checkpoint());
            case "shorter path" -> logged(1, 3, hashes.subList(0, 1), bundle.checkpoint());
            case "longer path" -> logged(1, 3, longer(hashes), bundle.checkpoint());
            case "path garbage" -> logged(1, 3, List.of("?"), bundle.checkpoint());
            case "other statement" -> new Bundle(CERTIFICATE, PUBLISHED, 1, 3, hashes, bundle.checkpoint());
            default -> throw new IllegalArgumentException(part);
        };
    }

    /** The receipt as the second of three leaves. */
    private static Bundle bundle(SigningKeys keys) {
        var before = Merkle.leaf("before".getBytes(UTF_8));
        var own = Merkle.leaf(RECEIPT.statement().getBytes(UTF_8));
        var after = Merkle.leaf("after".getBytes(UTF_8));
        var root = Merkle.node(Merkle.node(before, own), after);
        var note = new Checkpoint("pujiang.example/log", 3, root).signed(keys);
        return Bundle.of(RECEIPT, PUBLISHED, new MerkleLog.Inclusion(1, 3, List.of(before, after), note));
    }

    private Bundle with(String statement, String digest) {
        var attestation = new Attestation(statement, digest, RECEIPT.key(), RECEIPT.sm2(), RECEIPT.ed25519());
        return new Bundle(attestation, PUBLISHED, 1, 3, bundle.path(), bundle.checkpoint());
    }

    private Bundle attested(String sm2, String ed25519, String key) {
        var attestation = new Attestation(RECEIPT.statement(), RECEIPT.digest(), key, sm2, ed25519);
        return new Bundle(attestation, PUBLISHED, 1, 3, bundle.path(), bundle.checkpoint());
    }

    private Bundle keyed(PublicKeys keys) {
        return new Bundle(RECEIPT, keys, 1, 3, bundle.path(), bundle.checkpoint());
    }

    private Bundle logged(long index, long size, List<String> path, String checkpoint) {
        return new Bundle(RECEIPT, PUBLISHED, index, size, path, checkpoint);
    }

    private static List<String> longer(List<String> path) {
        var longer = new ArrayList<>(path);
        longer.add(Base64.getEncoder().encodeToString(Merkle.empty()));
        return longer;
    }
}
