package pujiang.host.verify;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pujiang.evidence.Bundle;
import pujiang.evidence.Checked;
import pujiang.evidence.PublicKeys;
import pujiang.host.verify.SavedEvidence.Logged;
import tools.jackson.databind.JsonNode;

/**
 * The receipt on which a certificate stands: a certificate alone proves that the exchange has signed it, and not that what it
 * certifies was ever delivered.
 *
 * @param certificate what the certificate says
 * @param receipt what came with it, if anything did
 * @param said what that says
 */
record NamedReceipt(JsonNode certificate, @Nullable Logged receipt, Optional<JsonNode> said, PublicKeys keys) {

    /** What both statements say of the agreement. */
    private static final List<String> SHARED =
            List.of("trade", "listing", "revision", "product", "vendor", "buyer", "price", "termDays", "concluded");

    /** Of files, and of all else. */
    private static final Set<String> RECEIPTS = Set.of("delivery-receipt/1", "delivery-receipt/2");

    void check(Report report) {
        if (receipt == null) {
            report.check(
                    Proof.RECEIPT,
                    Optional.of("it is missing; save the certificate again, or name the saved receipt with"
                            + " --receipt"));
            return;
        }
        report.check(Proof.RECEIPT, difference(receipt));
        report.check(Proof.LOGGED, logDifference(receipt));
    }

    private Optional<String> difference(Logged found) {
        var named = certificate.path("receipt").asString("");
        if (!named.equals(found.attestation().digest())) {
            return Optional.of("it names %s, and this is %s"
                    .formatted(named, found.attestation().digest()));
        }
        return first(Bundle.signatures(found.attestation(), keys).stream()).or(this::otherwise);
    }

    private Optional<String> otherwise() {
        var receipts = said.filter(
                statement -> RECEIPTS.contains(statement.path("type").asString("")));
        if (receipts.isEmpty()) return Optional.of("the named file is not a receipt");
        return SHARED.stream()
                .filter(field -> !certificate.path(field).equals(receipts.get().path(field)))
                .map(field -> "%s differs in the receipt".formatted(field))
                .findFirst();
    }

    private static Optional<String> logDifference(Logged found) {
        var bundle = found.bundle();
        return bundle == null
                ? Optional.of("it was saved before the receipt was in the log; save it again")
                : first(bundle.checks().stream());
    }

    private static Optional<String> first(Stream<Checked> checks) {
        return checks.filter(check -> !check.holds())
                .map(check -> check.part() + ": " + check.difference().orElse(""))
                .findFirst();
    }
}
