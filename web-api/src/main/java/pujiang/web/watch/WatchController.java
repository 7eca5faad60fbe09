package pujiang.web.watch;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import pujiang.trade.TradeId;
import pujiang.web.decision.DecisionView;
import pujiang.web.security.Caller;
import pujiang.web.security.Requires;
import pujiang.web.trade.TradeAccess;

/** What the law has said of a trade after it. */
@RestController
class WatchController {

    private final TradeAccess access;
    private final WatchHistory history;

    WatchController(TradeAccess access, WatchHistory history) {
        this.access = access;
        this.history = history;
    }

    @Operation(summary = "What the law has said after the trade, each time it said something else; the first first")
    @Requires("trade:read")
    @GetMapping("/api/v1/trades/{trade}/afterwards")
    List<DecisionView> afterwards(@PathVariable TradeId trade, Caller caller) {
        access.visible(trade, caller);
        return history.decisions(trade);
    }
}
