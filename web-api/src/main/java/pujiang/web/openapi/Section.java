package pujiang.web.openapi;

import java.util.List;
import java.util.regex.Pattern;
import pujiang.app.delivery.DeliveryRefusal;
import pujiang.app.evidence.LogRefusal;
import pujiang.app.operation.OperationRefusal;
import pujiang.app.rulebook.RuleDraftRefusal;
import pujiang.app.security.AccountRefusal;
import pujiang.app.trial.TrialRefusal;
import pujiang.listing.ListingRefusal;
import pujiang.obligation.ObligationRefusal;
import pujiang.participant.ParticipantRefusal;
import pujiang.product.ProductRefusal;
import pujiang.recall.RecallRefusal;
import pujiang.refusal.Refusal;
import pujiang.rulebook.RuleBookRefusal;
import pujiang.settlement.MoneyRefusal;
import pujiang.stop.StopRefusal;
import pujiang.trade.TradeRefusal;
import pujiang.watch.WatchRefusal;

/**
 * The parts of the interface, as a reader looks for them.
 *
 * @param key in names of shared answers
 * @param path which operations belong to it, by what follows {@code /api/v1}; the first that matches counts
 * @param families what they may refuse, beside what any request may be refused for
 */
record Section(String key, String title, String description, Pattern path, List<Class<? extends Refusal>> families) {

    static final List<Section> ALL = List.of(
            of(
                    "Evidence",
                    "Evidence",
                    "交付回执与凭证 · receipts, certificates, the evidence log and its proofs.",
                    "/log/.*|/keys|/trades/[^/]+/(receipt|certificate)",
                    LogRefusal.class,
                    TradeRefusal.class),
            of(
                    "Decision",
                    "Decisions",
                    "合规决定 · decisions explained, evaluated anew, and exported.",
                    "/.*/decisions.*|/decisions|/evaluations",
                    TradeRefusal.class,
                    ListingRefusal.class,
                    ParticipantRefusal.class,
                    TrialRefusal.class),
            of(
                    "PostTrade",
                    "Post-trade monitoring",
                    "交易后监测 · incidents, changed purposes, and what the rules find after a delivery.",
                    "/afterwards|/trades/[^/]+/(afterwards|incidents|purpose-change).*",
                    TradeRefusal.class,
                    WatchRefusal.class,
                    ParticipantRefusal.class,
                    ProductRefusal.class),
            of(
                    "Delivery",
                    "Deliveries",
                    "交付 · uploads, deliveries, downloads, and requested documents.",
                    "/contents.*|/downloads.*|/trades/[^/]+/(delivery|downloads|document-requests.*)",
                    DeliveryRefusal.class,
                    TradeRefusal.class,
                    ParticipantRefusal.class,
                    ObligationRefusal.class,
                    StopRefusal.class,
                    MoneyRefusal.class),
            of(
                    "Trade",
                    "Trades",
                    "交易 · quotes, orders, acceptance and disputes.",
                    "/trades.*|/quotes",
                    TradeRefusal.class,
                    ListingRefusal.class,
                    ParticipantRefusal.class,
                    ProductRefusal.class,
                    StopRefusal.class,
                    MoneyRefusal.class,
                    ObligationRefusal.class),
            of(
                    "Review",
                    "Reviews",
                    "审查 · what awaits an officer, and the exceptions that officers granted.",
                    "/reviews|/exceptions.*",
                    TradeRefusal.class),
            of(
                    "Listing",
                    "Listings",
                    "挂牌 · the catalogue, and the terms on which products are offered.",
                    "/listings.*",
                    ListingRefusal.class,
                    ProductRefusal.class,
                    ParticipantRefusal.class,
                    StopRefusal.class),
            of(
                    "Product",
                    "Products",
                    "数据产品登记 · the register of data products.",
                    "/products.*",
                    ProductRefusal.class,
                    ParticipantRefusal.class,
                    StopRefusal.class),
            of(
                    "Participant",
                    "Participants",
                    "参与方 · admission, statements and assessments.",
                    "/participants.*",
                    ParticipantRefusal.class,
                    StopRefusal.class),
            of(
                    "Obligation",
                    "Obligations",
                    "义务 · duties with a deadline, and the evidence that they are met.",
                    "/obligations.*",
                    ObligationRefusal.class,
                    DeliveryRefusal.class),
            of(
                    "Recall",
                    "Recalls",
                    "召回方案 · what follows when consent, a licence or the law is gone.",
                    "/recalls.*",
                    RecallRefusal.class,
                    ParticipantRefusal.class,
                    ProductRefusal.class),
            of(
                    "Money",
                    "Money",
                    "资金 · accounts, deposits, withdrawals and the ledger.",
                    "/accounts.*|/bank-bookings.*|/ledger.*",
                    MoneyRefusal.class,
                    ParticipantRefusal.class),
            of(
                    "RuleBook",
                    "Rule book",
                    "规则库 · the rules in force, and drafts of a change.",
                    "/rule-book.*|/rule-drafts.*",
                    RuleBookRefusal.class,
                    RuleDraftRefusal.class,
                    TrialRefusal.class),
            of(
                    "User",
                    "Users",
                    "用户 · accounts, passwords, tokens, and who accessed what.",
                    "/users.*|/me.*|/tokens.*|/access-log",
                    AccountRefusal.class,
                    ParticipantRefusal.class),
            of("Change", "Changes", "变更 · what happened, in order, for those who keep a copy.", "/changes"),
            of(
                    "Operation",
                    "Operations",
                    "运维 · the exchange's own work: jobs, failures, checks of what is stored.",
                    "/operations.*|/fsck",
                    OperationRefusal.class));

    /** For what is none of ours, in tests. */
    private static final Section OTHER = of("Other", "Other", "Other operations.", ".*");

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is made by the caller for this alone, and copied.
    private static Section of(
            String key, String title, String description, String path, Class<? extends Refusal>... families) {
        return new Section(key, title, description, Pattern.compile("/api/v1(" + path + ")"), List.of(families));
    }

    static Section of(String path) {
        return ALL.stream()
                .filter(section -> section.path().matcher(path).matches())
                .findFirst()
                .orElse(OTHER);
    }
}
