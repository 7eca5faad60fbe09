package pujiang.app.fsck;

import java.sql.SQLException;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import pujiang.app.fsck.EventStream.Stored;
import pujiang.app.fsck.Findings.Subject;
import pujiang.delivery.Handover;
import pujiang.delivery.Handover.FileHandover;
import pujiang.trade.Trade;
import pujiang.trade.TradeEvent.DeliveryMade;

/** Every receipt says what its delivery says, and the delivery names the decision that it keeps. */
@Component
final class ReceiptCheck implements Check {

    private static final Label LABEL = new Label(
            "receipts",
            "交付回执",
            "every receipt is signed, equals its delivery event, and names the stored decision",
            "每份交付回执均有签名，与其交付事件一致，并列有所依据的判定记录",
            "compare the event with the receipt of the parties; the signed and logged statement is authoritative",
            "与双方持有的回执比对；以已签名并载入日志的内容为准");

    private static final Subject RECEIPTS = new Subject("receipts", "回执");

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Examination() {
            @Override
            public void life(EventStream eventStream) throws SQLException {
                if (!eventStream.is(Trade.class)) return;
                for (var stored : eventStream.events()) {
                    if (stored.event() instanceof DeliveryMade made) receipt(eventStream, stored, made);
                }
            }

            private void receipt(EventStream eventStream, Stored stored, DeliveryMade made) throws SQLException {
                findings.looked(RECEIPTS);
                var signedStatement = new SignedStatement(
                        eventStream, "event %d".formatted(stored.number()), made.receipt(), findings);
                signedStatement.mustBeSigned(snapshot.keys());
                signedStatement.mustSay(expect -> {
                    expect.accept("/trade", eventStream.id());
                    handedOver(made.handover(), expect);
                    expect.accept("/decision", made.decision().digest());
                    expect.accept("/ruleBook", made.decision().ruleBook());
                });
                var cleared = made.clearance().decisionDigest();
                if (!cleared.equals(made.decision().digest())) {
                    findings.differs(
                            eventStream.place(),
                            "the decision of the clearance",
                            "审核所依据的判定记录",
                            cleared,
                            made.decision().digest());
                }
            }
        };
    }

    private static void handedOver(Handover handover, BiConsumer<String, Object> expect) {
        if (!(handover instanceof FileHandover(var content, var _))) {
            expect.accept("/type", "delivery-receipt/2");
            expect.accept("/handover/kind", handover.kind());
            return;
        }
        expect.accept("/type", "delivery-receipt/1");
        expect.accept("/content/sha256", content.sha256());
        expect.accept("/content/sm3", content.sm3());
        expect.accept("/content/size", content.size());
        expect.accept("/content/mediaType", content.mediaType());
    }
}
