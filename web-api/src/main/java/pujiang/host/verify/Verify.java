package pujiang.host.verify;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pujiang.evidence.Bundle;
import pujiang.evidence.PublicKeys;
import pujiang.host.verify.SavedEvidence.Logged;
import tools.jackson.databind.JsonNode;

/** {@code verify}: checks a receipt, a certificate or a recall offline, with the files alone. */
public final class Verify {

    private static final int VERIFIED = 0;
    private static final int NOT_VERIFIED = 1;
    private static final int UNUSABLE = 2;

    private final Consumer<String> out;
    private final Consumer<String> err;
    private final FileInput fileInput = new FileInput();

    public Verify(Consumer<String> out, Consumer<String> err) {
        this.out = out;
        this.err = err;
    }

    /** @return 0 verified, 1 not verified, 2 the command could not do its work */
    public int run(List<String> arguments) {
        try {
            return verify(VerifyArguments.of(arguments));
        } catch (UsageError e) {
            e.told().lines().map(Report::shown).forEach(err);
            return UNUSABLE;
        }
    }

    private int verify(VerifyArguments verifyArguments) throws UsageError {
        var evidence = fileInput.json(verifyArguments.evidence(), SavedEvidence.class);
        var report = new Report(out);
        var statement = fileInput.statement(evidence.attestation().statement());
        boolean recall = SavedEvidence.isOfRecall(statement);
        var otherwise = evidence.saidOtherwise(statement);
        if (recall || otherwise.isPresent()) report.check(Proof.COPIES, otherwise);
        if (verifyArguments.keys().isPresent()) pin(verifyArguments.keys().get(), evidence.keys(), report);
        check(evidence, recall, report);
        var delivery = statement;
        if (SavedEvidence.isCertificate(statement)) {
            var receipt = receipt(evidence, verifyArguments);
            delivery = Optional.ofNullable(receipt)
                    .flatMap(found -> fileInput.statement(found.attestation().statement()));
            new NamedReceipt(statement.orElseThrow(), receipt, delivery, evidence.keys()).check(report);
        }
        if (verifyArguments.content().isPresent())
            compare(delivery, verifyArguments.content().get(), report);
        report.summary(provable(recall, SavedEvidence.isCertificate(statement)));
        return report.firstDifference()
                .map(difference -> deny(difference, report))
                .orElseGet(() -> confirm(
                        evidence,
                        told(evidence, statement),
                        verifyArguments.keys().isPresent(),
                        report));
    }

    private @Nullable Logged receipt(SavedEvidence evidence, VerifyArguments verifyArguments) throws UsageError {
        return verifyArguments.receipt().isPresent()
                ? fileInput
                        .json(verifyArguments.receipt().get(), SavedEvidence.class)
                        .logged()
                : evidence.receipt();
    }

    /** A recall is in no log and of no file; only a certificate names a receipt. */
    private static Set<Proof> provable(boolean recall, boolean certificate) {
        var provable = EnumSet.allOf(Proof.class);
        if (!recall) provable.remove(Proof.COPIES);
        if (recall) provable.removeAll(EnumSet.of(Proof.CHECKPOINT, Proof.INCLUSION, Proof.CONTENT));
        if (!certificate) provable.removeAll(EnumSet.of(Proof.RECEIPT, Proof.LOGGED));
        return provable;
    }

    private void pin(Path file, PublicKeys found, Report report) throws UsageError {
        var pinned = fileInput.json(file, PublicKeys.class);
        report.check(
                Proof.PINNED,
                pinned.equals(found)
                        ? Optional.empty()
                        : Optional.of(
                                "the receipt has the key %s, the file has %s".formatted(found.id(), pinned.id())));
    }

    /** A recall's file is signed when it is asked for, and is in no log: see docs/receipt.md. */
    private static void check(SavedEvidence evidence, boolean recall, Report report) {
        var bundle = evidence.bundle();
        var checks = bundle == null ? Bundle.signatures(evidence.attestation(), evidence.keys()) : bundle.checks();
        checks.forEach(check -> report.check(Proof.of(check.part()), check.difference()));
        if (bundle == null && !recall) {
            report.check(
                    Proof.INCLUSION,
                    Optional.of("the file was saved before the statement was in the log; save it again"));
        }
    }

    private void compare(Optional<JsonNode> statement, Path file, Report report) throws UsageError {
        var content = statement.map(said -> said.path("content")).filter(JsonNode::isObject);
        if (content.isEmpty()) {
            report.check(
                    Proof.CONTENT,
                    Optional.of("the statement has no content; the content of a certificate is in its receipt"));
            return;
        }
        var found = fileInput.measure(file);
        report.check(
                Proof.CONTENT,
                difference("size", content.get(), Long.toString(found.size()))
                        .or(() -> difference("sha256", content.get(), found.sha256()))
                        .or(() -> difference("sm3", content.get(), found.sm3())));
    }

    private static Optional<String> difference(String name, JsonNode content, String found) {
        var said = content.path(name).asString("");
        return said.equals(found)
                ? Optional.empty()
                : Optional.of("%s of the file: %s, of the receipt: %s".formatted(name, found, said));
    }

    private static int deny(Proof difference, Report report) {
        report.line("NOT VERIFIED 未通过验证: the first difference is %s 首个不符项：%s"
                .formatted(difference.english, difference.chinese));
        return NOT_VERIFIED;
    }

    /** A recall says too much for one line. */
    private static String told(SavedEvidence evidence, Optional<JsonNode> statement) {
        if (!SavedEvidence.isOfRecall(statement)) return evidence.attestation().statement();
        var said = statement.get();
        var recall = said.path("recall");
        return "recall 召回 %s: %s, %d events, signed at %s"
                .formatted(
                        recall.path("id").asString(""),
                        recall.path("state").asString(""),
                        said.path("events").size(),
                        said.path("at").asString(""));
    }

    private static int confirm(SavedEvidence evidence, String told, boolean pinned, Report report) {
        report.line("statement 签名内容: " + told);
        if (!pinned) {
            report.line("The keys came with the file. Get the keys of the exchange through a separate channel"
                    + " (GET /api/v1/keys) and compare the key ID "
                    + evidence.keys().id()
                    + ", or pass them with --keys.");
            report.line("公钥与所验证的文件来自同一来源。请另行取得交易所的公钥并核对编号 " + evidence.keys().id() + "，或者用 --keys 指定。");
        }
        report.line(
                pinned ? "VERIFIED 验证通过" : "SIGNATURES VALID 签名有效: keys not compared with --keys 未与 --keys 指定的公钥核对");
        return VERIFIED;
    }
}
