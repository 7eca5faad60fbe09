package pujiang.web.trade;

import pujiang.web.page.FormAction;

/** Actions of the forms about a trade, its review and its exceptions. */
final class TradeFormActions {

    static final FormAction APPROVE = FormAction.of("approve", "approval");
    static final FormAction REJECT = FormAction.grave("reject", "rejection");
    static final FormAction CLAIM = FormAction.of("claim", "claim");
    static final FormAction RELEASE = FormAction.of("release", "release");
    static final FormAction ASK_VENDOR = FormAction.of("ask_vendor", "document-requests");
    static final FormAction ASK_BUYER = FormAction.of("ask_buyer", "document-requests");
    static final FormAction UNASK = FormAction.grave("unask", "withdrawal");
    static final FormAction REVOKE = FormAction.grave("revoke", "revocation");
    static final FormAction STATE = FormAction.of("state", "use-statement");
    static final FormAction STATE_RECIPIENT = FormAction.of("state_recipient", "recipient-statement");
    static final FormAction CANCEL = FormAction.grave("cancel", "cancellation");
    static final FormAction ACCEPT = FormAction.of("accept", "acceptance");
    static final FormAction DISPUTE = FormAction.grave("dispute", "dispute");
    static final FormAction REFUND = FormAction.grave("refund", "resolution");
    static final FormAction PAY = FormAction.of("pay", "resolution");

    private TradeFormActions() {}
}
