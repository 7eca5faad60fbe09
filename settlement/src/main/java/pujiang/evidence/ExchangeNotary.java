package pujiang.evidence;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import pujiang.compliance.Clearance;
import pujiang.delivery.Content;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.AccessGrant;
import pujiang.delivery.Handover.FileHandover;
import pujiang.delivery.Handover.Subscription;
import pujiang.digest.Sha256;
import pujiang.trade.Agreement;
import pujiang.trade.Attestation;
import pujiang.trade.CertificateNumber;
import pujiang.trade.Notary;
import pujiang.trade.Payout;
import pujiang.trade.TradeId;

/** Writes and signs the statements of the exchange. The signatures cover the stored bytes, never a later copy. */
public final class ExchangeNotary implements Notary {

    private final SigningKeys keys;

    public ExchangeNotary(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public Attestation receipt(TradeId trade, Agreement agreement, Handover handover, Clearance clearance, Instant at) {
        var statement = about(receiptOf(handover.kind()), trade, agreement, at);
        switch (handover) {
            case FileHandover(var content, var _) -> statement.put("content", content(content));
            case AccessGrant _, Subscription _ -> statement.put("handover", permission(handover));
        }
        statement.put("decision", clearance.decisionDigest());
        statement.put("ruleBook", clearance.ruleBook());
        clearance
                .lifting()
                .ifPresent(lifting -> statement.put(
                        "lifting",
                        Map.of(
                                "officer", lifting.officer(),
                                "ground", lifting.ground(),
                                "evidence", lifting.evidence())));
        return sign(statement);
    }

    @Override
    public Attestation certificate(
            CertificateNumber number,
            TradeId trade,
            Agreement agreement,
            Attestation receipt,
            Payout payout,
            Instant at) {
        var statement = about("trade-certificate/1", trade, agreement, at);
        statement.put("number", number.value());
        statement.put("receipt", receipt.digest());
        statement.put("fee", money(payout.fee()));
        statement.put("net", money(payout.net()));
        return sign(statement);
    }

    /**
     * The file of a recall at the time of a request. It is complete, so that no part can be exchanged.
     *
     * @param recall as maps, lists, strings, integers and booleans
     * @param events in the same form, in chronological order
     */
    public Attestation recallFile(Map<String, ?> recall, List<?> events, Instant at) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("type", "recall-file/1");
        statement.put("at", at.toString());
        statement.put("recall", recall);
        statement.put("events", events);
        return sign(statement);
    }

    /**
     * States that the log continues below a published checkpoint.
     *
     * @param published the signed note of that checkpoint
     * @param size the number of statements in the log
     * @param because the operator's reason
     */
    public Attestation restoration(String published, long size, String because, Instant at) {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("type", "log-restoration/1");
        statement.put("at", at.toString());
        statement.put("published", published);
        statement.put("size", size);
        statement.put("because", because);
        return sign(statement);
    }

    /** Receipts of files keep their form. A handover without content has another form, and so another number. */
    private static String receiptOf(Handover.Kind kind) {
        return kind == Handover.Kind.FILE ? "delivery-receipt/1" : "delivery-receipt/2";
    }

    private static Map<String, Object> content(Content content) {
        return Map.of(
                "sha256", content.sha256(),
                "sm3", content.sm3(),
                "size", content.size(),
                "mediaType", content.mediaType());
    }

    private static Map<String, Object> permission(Handover handover) {
        var kind = handover.kind().name();
        return switch (handover) {
            case AccessGrant(var endpoint, var quota, var until) ->
                Map.of("kind", kind, "endpoint", endpoint.toString(), "quota", quota, "until", until.toString());
            case Subscription(var feed, var until) ->
                Map.of("kind", kind, "feed", feed.toString(), "until", until.toString());
            case FileHandover _ -> throw new IllegalArgumentException("a file is stated by its content");
        };
    }

    private static Map<String, Object> about(String type, TradeId trade, Agreement agreement, Instant at) {
        var terms = agreement.terms();
        var statement = new LinkedHashMap<String, Object>();
        statement.put("type", type);
        statement.put("trade", trade.value());
        statement.put("listing", agreement.listing().value());
        statement.put("revision", agreement.revision());
        statement.put("product", agreement.product().value());
        statement.put("vendor", agreement.vendor().value());
        statement.put("buyer", agreement.buyer().value());
        statement.put("price", money(agreement.price()));
        statement.put("termDays", terms.termDays());
        statement.put("concluded", agreement.concluded().toString());
        statement.put("purpose", agreement.use().purpose().name());
        statement.put("scenario", agreement.use().scenario());
        statement.put("at", at.toString());
        return statement;
    }

    private static Map<String, String> money(Money money) {
        return Map.of(
                "amount",
                money.getAmount().toPlainString(),
                "currency",
                money.getCurrencyUnit().getCode());
    }

    private Attestation sign(Map<String, Object> statement) {
        var text = CanonicalJson.of(statement);
        return new Attestation(
                text,
                new Sha256().add(text).hex(),
                keys.published().id(),
                keys.signSm2(text),
                Base64.getEncoder().encodeToString(keys.signEd25519(text)));
    }
}
