package pujiang.web.trade;

import pujiang.web.page.Act;

/** What the forms about a trade, its review and its exceptions do. */
final class TradeActs {

    static final Act APPROVE = Act.of("approve", "approval");
    static final Act REJECT = Act.grave("reject", "rejection");
    static final Act CLAIM = Act.of("claim", "claim");
    static final Act RELEASE = Act.of("release", "release");
    static final Act ASK_VENDOR = Act.of("ask_vendor", "document-requests");
    static final Act ASK_BUYER = Act.of("ask_buyer", "document-requests");
    static final Act UNASK = Act.grave("unask", "withdrawal");
    static final Act REVOKE = Act.grave("revoke", "revocation");
    static final Act STATE = Act.of("state", "use-statement");
    static final Act STATE_RECIPIENT = Act.of("state_recipient", "recipient-statement");
    static final Act CANCEL = Act.grave("cancel", "cancellation");
    static final Act ACCEPT = Act.of("accept", "acceptance");
    static final Act DISPUTE = Act.grave("dispute", "dispute");
    static final Act REFUND = Act.grave("refund", "resolution");
    static final Act PAY = Act.of("pay", "resolution");

    private TradeActs() {}
}
