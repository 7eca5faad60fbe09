package pujiang.app.trade;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.product.RecipientHearing;
import pujiang.compliance.FactSheet;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.refusal.Refused;
import pujiang.trade.Agreement;
import pujiang.trade.ReviewCommand.AskAgain;
import pujiang.trade.TradeStatus;

/** Trades that wait for an officer, and may be released by a new statement of their vendor. */
@Component
class TradesUnderReview implements RecipientHearing {

    /** Of one buyer in one state; orders that wait are fewer by far (see OpenOrders). */
    private static final int MOST = 500;

    private final TradeBoard board;
    private final CurrentTradeFacts file;
    private final Commands commands;

    TradesUnderReview(TradeBoard board, CurrentTradeFacts file, Commands commands) {
        this.board = board;
        this.file = file;
        this.commands = commands;
    }

    @Override
    public void stated(ProductId product, ParticipantId recipient, String actor) {
        Stream.of(TradeStatus.values())
                .filter(TradeStatus::isHeld)
                .flatMap(state -> board.waiting(state, recipient, null, MOST).stream())
                .filter(trade -> trade.agreement().product().equals(product))
                .forEach(trade -> known(trade.agreement())
                        .ifPresent(known -> commands.send(new AskAgain(trade.id(), known), actor)));
    }

    /** No effect while a stop covers it: then the trade cannot continue, whatever the rules decide. */
    private Optional<FactSheet> known(Agreement agreement) {
        try {
            return Optional.of(file.factsUnlessStopped(agreement));
        } catch (Refused _) {
            return Optional.empty();
        }
    }
}
