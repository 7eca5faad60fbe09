package pujiang.app.fsck;

import java.sql.SQLException;
import org.springframework.stereotype.Component;
import pujiang.app.fsck.Findings.Subject;
import pujiang.trade.Trade;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.TradeSettled;

/** Checks that every certificate rests on a stored receipt and a stored settlement. */
@Component
final class CertificateCheck implements Check {

    private static final Label LABEL = new Label(
            "certificates",
            "交易凭证",
            "every certificate is signed and names the receipt and the settlement of its trade, which are stored",
            "每份交易凭证均有签名，所列的交付回执与结算均已存储",
            "inform both parties that the certificate has no basis; settle the trade again or reverse its payment",
            "通知双方该凭证没有依据；重新结算该交易，或者冲正其付款");

    private static final Subject CERTIFICATES = new Subject("certificates", "凭证");

    @Override
    public Label label() {
        return LABEL;
    }

    @Override
    public Examination begin(Snapshot snapshot, Findings findings) {
        return new Certificates(snapshot, findings);
    }

    private record Certificates(Snapshot snapshot, Findings findings) implements Examination {

        @Override
        public void life(EventStream eventStream) throws SQLException {
            if (!eventStream.is(Trade.class)) return;
            var issued = eventStream.last(CertificateIssued.class);
            if (issued.isPresent()) certificate(eventStream, issued.get());
            else if (eventStream.last(TradeSettled.class).isPresent()) {
                findings.damage(eventStream.place(), "it is settled but has no certificate", "已结算但无凭证");
            }
        }

        private void certificate(EventStream eventStream, CertificateIssued issued) throws SQLException {
            findings.looked(CERTIFICATES);
            var signedStatement = new SignedStatement(eventStream, "the certificate", issued.certificate(), findings);
            signedStatement.mustBeSigned(snapshot.keys());
            signedStatement.mustSay(expect -> {
                expect.accept("/type", "trade-certificate/1");
                expect.accept("/trade", eventStream.id());
                expect.accept("/number", issued.number());
                eventStream
                        .last(DeliveryMade.class)
                        .ifPresent(
                                made -> expect.accept("/receipt", made.receipt().digest()));
                eventStream.last(TradeSettled.class).ifPresent(settled -> {
                    expect.accept(
                            "/fee/amount", settled.payout().fee().getAmount().toPlainString());
                    expect.accept(
                            "/net/amount", settled.payout().net().getAmount().toPlainString());
                });
            });
            if (eventStream.last(DeliveryMade.class).isEmpty()) {
                findings.damage(
                        eventStream.place(), "the certificate names a receipt that no event has", "凭证所列回执无事件可依");
            }
            if (eventStream.last(TradeSettled.class).isEmpty()) {
                findings.damage(eventStream.place(), "it has a certificate but no settlement", "有凭证而无结算");
            }
        }
    }
}
