package pujiang.app.explanation;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.serialization.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pujiang.app.decision.DecisionFile;
import pujiang.app.trade.TradeBoard;
import pujiang.app.trade.TradeHistory;
import pujiang.app.trade.TradeSearch;
import pujiang.app.trade.TradeView;
import pujiang.compliance.Decision;
import tools.jackson.databind.json.JsonMapper;

/**
 * All decisions on trades as JSON lines, the newest trade first, for the replay of a changed rule book. Read in pages
 * of trades, so that memory does not grow. A trade that is ordered during the export is not included.
 */
@Component
public class DecisionExport {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionExport.class);

    private static final int PAGE = 200;

    private final TradeBoard board;
    private final TradeHistory history;
    /** In the format of single downloads, whatever the interface's own mapper does. */
    private final JsonMapper json = new JsonMapper();

    DecisionExport(TradeBoard board, TradeHistory history) {
        this.board = board;
        this.history = history;
    }

    public void write(OutputStream out) throws IOException {
        var all = new TradeSearch(null, null);
        var page = board.list(all, Optional.empty(), PAGE);
        while (!page.isEmpty()) {
            write(page, out);
            var last = page.getLast();
            page = board.list(all, Optional.of(new TradeSearch.Place(last.ordered(), last.id())), PAGE);
        }
    }

    private void write(List<TradeView> trades, OutputStream out) throws IOException {
        for (var trade : trades) {
            for (var line : lines(trade)) {
                out.write(json.writeValueAsBytes(line));
                out.write('\n');
            }
        }
    }

    /** A trade whose events cannot be read is named by a line that no replay takes for a decision; the others go on. */
    private List<?> lines(TradeView trade) {
        try {
            var decisions = history.recorded(trade.id()).toList();
            return IntStream.range(0, decisions.size())
                    .mapToObj(nth -> line(trade, nth + 1, decisions.get(nth)))
                    .toList();
        } catch (IllegalArgumentException | SerializationException unreadable) {
            LOG.error("Failed to read the decisions of trade {}: {}", trade.id(), unreadable.toString());
            return List.of(new Unreadable(trade.id().value(), "its events cannot be read"));
        }
    }

    private record Unreadable(String trade, String unreadable) {}

    private static DecisionFile line(TradeView trade, int number, Decision decision) {
        var agreement = trade.agreement();
        return DecisionFile.of(decision)
                .about(new DecisionFile.About(
                        trade.id().value(),
                        number,
                        agreement.vendor().value(),
                        agreement.buyer().value(),
                        agreement.price().toString()));
    }
}
