package pujiang.app.trade;

import java.util.Optional;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.command.Transactions;
import pujiang.app.listing.ListingStops;
import pujiang.app.listing.ListingView;
import pujiang.app.trade.PartiesBoard.Offered;
import pujiang.compliance.Decision;
import pujiang.listing.ListingId;
import pujiang.participant.MarketRole;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.settlement.Account;
import pujiang.settlement.Ledger;
import pujiang.trade.Agreement;
import pujiang.trade.DeclaredUse;
import pujiang.trade.OrderPolicy;
import pujiang.trade.TradeCommand.PlaceOrder;
import pujiang.trade.TradeId;
import pujiang.trade.TradePorts;
import pujiang.trade.TradeRefusal;
import pujiang.trade.TradeRefusal.AlreadyOrdered;
import pujiang.trade.TradeRefusal.InsufficientFunds;
import pujiang.trade.TradeRefusal.NotOnOffer;
import pujiang.trade.TradeRefusal.TermsChanged;

/** A buyer's way to a trade: a quote, and then an order. */
@Component
public class Purchasing {

    private final TradeBoard trades;
    private final CurrentTradeFacts file;
    private final PartiesBoard board;
    private final TradePorts ports;
    private final Ledger ledger;
    private final Commands commands;
    private final Transactions transactions;

    Purchasing(
            TradeBoard trades,
            CurrentTradeFacts file,
            PartiesBoard board,
            TradePorts ports,
            Ledger ledger,
            Commands commands,
            Transactions transactions) {
        this.transactions = transactions;
        this.trades = trades;
        this.file = file;
        this.board = board;
        this.ports = ports;
        this.ledger = ledger;
        this.commands = commands;
    }

    /**
     * The result of the rules and the terms for an order; nothing is stored or held.
     *
     * @param objection the first refusal of an order
     */
    public record Prospect(ListingView listing, Agreement proposed, Optional<TradeRefusal> objection, Decision law) {

        public boolean mayOrder() {
            return objection.isEmpty() && law.clearance().isPresent();
        }
    }

    public Prospect prospect(ParticipantId buyer, ListingId listed, DeclaredUse use) {
        var offered = onOffer(listed, board.offered(listed, buyer));
        var listing = offered.listing();
        var sides = offered.sides();
        var proposed = agreement(listing, buyer, use);
        var objection = OrderPolicy.firstObjection(
                        proposed, sides.buyer().organisation().seat())
                .or(() -> funds(proposed));
        return new Prospect(listing, proposed, objection, ports.preview(proposed, file.facts(sides)));
    }

    /**
     * Orders, once: the same order again changes nothing, whatever has happened to the listing since. Almost every
     * order is new, so earlier orders are looked up only when it is not, or when another check refuses it.
     *
     * @return whether it is new
     */
    public boolean order(TradeId trade, ParticipantId buyer, OrderRequest wanted, String actor) {
        try {
            return transactions.of(() -> commands.create(placing(trade, buyer, wanted), actor));
        } catch (Refused refused) {
            var earlier = trades.find(trade).orElseThrow(() -> refused);
            if (earlier.isBuyer(buyer) && wanted.asks(earlier.agreement())) return false;
            throw new Refused(new AlreadyOrdered(trade));
        }
    }

    private PlaceOrder placing(TradeId trade, ParticipantId buyer, OrderRequest wanted) {
        var offered = onOffer(wanted.listing(), board.ordered(wanted.listing(), buyer));
        var listing = offered.listing();
        var sides = offered.sides();
        if (listing.revision() != wanted.revision()) {
            throw new Refused(new TermsChanged(wanted.listing(), wanted.revision(), listing.revision()));
        }
        var proposed = agreement(listing, buyer, wanted.use());
        OrderPolicy.firstObjection(proposed, sides.buyer().organisation().seat())
                .ifPresent(objection -> {
                    throw new Refused(objection);
                });
        return new PlaceOrder(trade, proposed, file.facts(sides));
    }

    /** A suspended vendor's listings stay as they are, and take no orders. */
    private static Offered onOffer(ListingId listing, Optional<Offered> found) {
        var offered = found.orElseThrow(() -> new Refused(new NotOnOffer(listing)));
        offered.sides().buyer().acts(MarketRole.BUYER);
        ListingStops.over(offered.listing())
                .or(() -> ListingStops.over(
                        offered.sides().product(), offered.sides().vendor()))
                .ifPresent(stands -> {
                    throw new Refused(stands);
                });
        if (!offered.listing().published()) throw new Refused(new NotOnOffer(listing));
        if (!offered.sides().vendor().active()) throw new Refused(new NotOnOffer(listing));
        return offered;
    }

    private Agreement agreement(ListingView listing, ParticipantId buyer, DeclaredUse use) {
        var offer = listing.offer();
        return new Agreement(
                listing.id(),
                listing.revision(),
                offer.product(),
                offer.vendor(),
                buyer,
                offer.terms(),
                use,
                ports.today());
    }

    private Optional<TradeRefusal> funds(Agreement proposed) {
        var available = ledger.balance(Account.available(proposed.buyer()));
        return available.isLessThan(proposed.price())
                ? Optional.of(new InsufficientFunds(proposed.price()))
                : Optional.empty();
    }
}
