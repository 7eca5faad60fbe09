package pujiang.app.explanation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import pujiang.app.decision.DecisionExtractor;
import pujiang.app.trade.TradeBoard;
import pujiang.app.trade.TradeSearch;
import pujiang.app.trade.TradeView;
import pujiang.calendar.Shanghai;
import pujiang.participant.ParticipantId;
import pujiang.trade.ExportCounts.Counted;
import pujiang.trade.ExportShare;
import pujiang.trade.ReviewEvent.ReviewRejected;
import pujiang.trade.Trade;
import pujiang.trade.TradeEvent;
import pujiang.trade.TradeEvent.DeliveryMade;
import pujiang.trade.TradeEvent.TradeAgreed;
import pujiang.trade.TradeEvent.TradeCancelled;
import pujiang.trade.TradeEvent.TradeLapsed;
import pujiang.trade.TradeId;

/**
 * An exporter's counts at the end of a past day, added up again from the events of its trades. The running counts have
 * only today's value. This reads every trade of two years, and is rarely requested.
 */
@Component
class PastCounts {

    private static final int PAGE = 200;

    private final TradeBoard board;
    private final EventStore store;

    PastCounts(TradeBoard board, EventStore store) {
        this.board = board;
        this.store = store;
    }

    /** As {@link pujiang.trade.ExportCounts#including} would have answered then for this trade's share. */
    Counted including(TradeId trade, ExportShare share, ParticipantId exporter, LocalDate day) {
        var end = Shanghai.endOf(day);
        return trades(exporter, day)
                .filter(other -> other.isVendor(exporter) && !other.id().equals(trade))
                .flatMap(other -> held(other.id(), end, day.getYear()).stream())
                .reduce(counted(share), (sum, other) -> plus(sum, counted(other)), PastCounts::plus);
    }

    /** From 1 January of the year before: what was ordered then may have been delivered, and so counted, since. */
    private Stream<TradeView> trades(ParticipantId exporter, LocalDate day) {
        var search = new TradeSearch(exporter, null);
        var earliest = Shanghai.startOf(day.minusYears(1).withDayOfYear(1));
        return Stream.iterate(
                        board.list(search, Optional.empty(), PAGE),
                        page -> !page.isEmpty(),
                        page -> board.list(search, Optional.of(place(page.getLast())), PAGE))
                .flatMap(page -> page.stream())
                .takeWhile(trade -> !trade.ordered().isBefore(earliest));
    }

    private static TradeSearch.Place place(TradeView last) {
        return new TradeSearch.Place(last.ordered(), last.id());
    }

    /** The share that a trade had taken by an instant, if it counts in the year. */
    private Optional<ExportShare> held(TradeId trade, Instant end, int year) {
        var events = events(trade, end);
        if (events.stream().anyMatch(PastCounts::gaveBack)) return Optional.empty();
        return events.stream()
                .filter(PastCounts::took)
                .flatMap(event -> DecisionExtractor.event(event).stream())
                .reduce((_, later) -> later)
                .filter(last -> last.on().getYear() == year)
                .flatMap(ExportShare::of);
    }

    /** A trade that is only ordered, or evaluated, does not count. */
    private static boolean took(TradeEvent event) {
        return event instanceof TradeAgreed || event instanceof DeliveryMade;
    }

    private static boolean gaveBack(TradeEvent event) {
        return event instanceof ReviewRejected || event instanceof TradeCancelled || event instanceof TradeLapsed;
    }

    private List<TradeEvent> events(TradeId trade, Instant end) {
        return store.readEvents(trade.value())
                .asStream()
                .filter(event -> event.getType().equals(Trade.class.getSimpleName()))
                .takeWhile(event -> event.getTimestamp().isBefore(end))
                .<Object>map(DomainEventMessage::getPayload)
                .map(TradeEvent.class::cast)
                .toList();
    }

    private static Counted counted(ExportShare share) {
        return share.sensitive() ? new Counted(0, share.persons()) : new Counted(share.persons(), 0);
    }

    private static Counted plus(Counted one, Counted other) {
        return new Counted(one.nonSensitive() + other.nonSensitive(), one.sensitive() + other.sensitive());
    }
}
