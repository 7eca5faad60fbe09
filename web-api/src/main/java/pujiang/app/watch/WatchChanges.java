package pujiang.app.watch;

import java.util.Set;
import org.springframework.stereotype.Component;
import pujiang.app.change.ChangeSource;
import pujiang.app.request.Address;
import pujiang.app.trade.TradeChangesBoard;
import pujiang.participant.ParticipantId;
import pujiang.watch.Watch;

/** Post-trade findings for the parties of the trade. */
@Component
final class WatchChanges implements ChangeSource {

    private final TradeChangesBoard trades;

    WatchChanges(TradeChangesBoard trades) {
        this.trades = trades;
    }

    @Override
    public Class<?> aggregate() {
        return Watch.class;
    }

    @Override
    public String permission() {
        return "trade:read";
    }

    @Override
    public Set<String> readableBy(ParticipantId reader, Set<String> ids) {
        return trades.readableBy(reader, ids);
    }

    @Override
    public Address address(String id) {
        return Address.of("/api/v1/trades").step(id).step("afterwards");
    }
}
