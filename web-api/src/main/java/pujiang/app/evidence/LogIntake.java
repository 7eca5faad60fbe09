package pujiang.app.evidence;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.stereotype.Component;
import pujiang.app.board.Board;
import pujiang.evidence.MerkleLog;
import pujiang.trade.TradeEvent.CertificateIssued;
import pujiang.trade.TradeEvent.DeliveryMade;

/** Puts every signed statement in the log's queue, in the transaction that signed it. */
@Component
class LogIntake implements Board {

    private final MerkleLog log;

    LogIntake(MerkleLog log) {
        this.log = log;
    }

    @EventHandler
    void on(DeliveryMade made, @MessageIdentifier String event) {
        log.queue(made.receipt(), event);
    }

    @EventHandler
    void on(CertificateIssued issued, @MessageIdentifier String event) {
        log.queue(issued.certificate(), event);
    }
}
