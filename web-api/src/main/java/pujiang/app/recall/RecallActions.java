package pujiang.app.recall;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.listing.ListingBoard;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.trade.TradeBoard;
import pujiang.app.trade.TradeView;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Provisions;
import pujiang.listing.ListingCommand.SuspendListing;
import pujiang.listing.ListingId;
import pujiang.obligation.Duty;
import pujiang.obligation.ObligationCommand.IncurObligation;
import pujiang.participant.ParticipantCommand.SuspendParticipant;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductCommand.SuspendProduct;
import pujiang.recall.Measure;
import pujiang.recall.RecallDuties;
import pujiang.stop.Stop;
import pujiang.trade.TradeCommand;
import pujiang.trade.TradeStatus;

/** Takes one measure by the commands that people have for it. What has come about otherwise is left as it is. */
@Component
class RecallActions {

    private static final String DONE = "done";

    private final ListingBoard listings;
    private final ParticipantBoard participants;
    private final TradeBoard trades;
    private final Commands commands;
    private final Provisions law;
    private final Clock clock;

    RecallActions(
            ListingBoard listings,
            ParticipantBoard participants,
            TradeBoard trades,
            Commands commands,
            Provisions law,
            Clock clock) {
        this.law = law;
        this.listings = listings;
        this.participants = participants;
        this.trades = trades;
        this.commands = commands;
        this.clock = clock;
    }

    /** Returns the outcome: done, the obligation that was opened, or why there was nothing to do. */
    String take(RecallView recall, Measure measure) {
        return switch (measure.kind()) {
            case SUSPEND_PARTY -> suspend(Objects.requireNonNull(measure.participant()), stop(recall));
            case SUSPEND_PRODUCT -> send(new SuspendProduct(Objects.requireNonNull(measure.product()), stop(recall)));
            case SUSPEND_LISTING -> suspend(Objects.requireNonNull(measure.listing()), stop(recall));
            case STOP_TRADE -> stop(recall, trade(measure));
            case HOLD_TRADE -> hold(recall, trade(measure));
            case DELETE_COPY -> delete(recall, trade(measure));
            case ASSESS_COPY -> {
                var trade = trade(measure);
                yield open(duties(recall).assess(trade.id(), trade.agreement()));
            }
        };
    }

    /** In addition to existing stops: their authors may end those, but not this one. */
    private String suspend(ParticipantId party, Stop stop) {
        var state = participants.find(party).orElseThrow().state();
        return Set.of(ParticipantBoard.ACTIVE, ParticipantBoard.SUSPENDED).contains(state)
                ? send(new SuspendParticipant(party, stop))
                : needless(state);
    }

    private String suspend(ListingId listing, Stop stop) {
        var state = listings.find(listing).orElseThrow().state();
        return Set.of(ListingBoard.PUBLISHED, ListingBoard.SUSPENDED).contains(state)
                ? send(new SuspendListing(listing, stop))
                : needless(state);
    }

    private Stop stop(RecallView recall) {
        return Stop.of(
                recall.occurrence().ground(), recall.id().value(), Commands.EXCHANGE, reason(recall), clock.instant());
    }

    private String stop(RecallView recall, TradeView trade) {
        return switch (trade.state()) {
            case REQUESTED, DELIVERY_HELD, AGREED -> send(new TradeCommand.Stop(trade.id(), reason(recall)));
            case DELIVERED, DISPUTED, COMPLETED, TERMINATED -> afterDelivery(recall, trade);
        };
    }

    private String hold(RecallView recall, TradeView trade) {
        return switch (trade.state()) {
            case REQUESTED, AGREED -> {
                var due = Objects.requireNonNull(trade.due());
                var last = Shanghai.dayOf(due);
                yield open(duties(recall).hold(trade.id(), trade.agreement(), last));
            }
            case DELIVERY_HELD -> send(new TradeCommand.Stop(trade.id(), reason(recall)));
            case DELIVERED, DISPUTED, COMPLETED, TERMINATED -> afterDelivery(recall, trade);
        };
    }

    /** It was not delivered when the plan was confirmed: a copy that has gone out since is not forgotten. */
    private String afterDelivery(RecallView recall, TradeView trade) {
        return trade.content() == null || trade.state() == TradeStatus.TERMINATED
                ? needless(trade.state().word())
                : delete(recall, trade);
    }

    private String delete(RecallView recall, TradeView trade) {
        return open(duties(recall).delete(trade.id(), trade.agreement()));
    }

    private String open(Duty duty) {
        send(new IncurObligation(duty));
        return "obligation " + duty.id();
    }

    private String send(Object command) {
        commands.send(command, Commands.EXCHANGE);
        return DONE;
    }

    private TradeView trade(Measure measure) {
        return trades.get(Objects.requireNonNull(measure.trade()));
    }

    private RecallDuties duties(RecallView recall) {
        return new RecallDuties(law, recall.id(), recall.occurrence().kind(), Shanghai.today(clock));
    }

    private static String reason(RecallView recall) {
        return "召回 recall " + recall.id();
    }

    private static String needless(String state) {
        return "needless: " + state;
    }
}
