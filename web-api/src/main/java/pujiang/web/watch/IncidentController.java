package pujiang.web.watch;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeAccess;
import pujiang.app.watch.IncidentMoves;
import pujiang.app.watch.IncidentMoves.NewPurpose;
import pujiang.app.watch.IncidentMoves.Reporting;
import pujiang.app.watch.IncidentView;
import pujiang.app.watch.PurposeView;
import pujiang.app.watch.WatchHistory;
import pujiang.trade.TradeId;
import pujiang.web.idempotency.Once;
import pujiang.web.security.Requires;

/** The register of what is reported of a trade while its data is held: security incidents, and other purposes. */
@RestController
@RequestMapping("/api/v1/trades/{trade}")
class IncidentController {

    private final TradeAccess access;
    private final WatchHistory history;
    private final IncidentMoves moves;

    IncidentController(TradeAccess access, WatchHistory history, IncidentMoves moves) {
        this.access = access;
        this.history = history;
        this.moves = moves;
    }

    @Operation(summary = "What was reported of security incidents; the newest, which holds, first")
    @Requires("trade:read")
    @GetMapping("/incidents")
    List<IncidentView> incidents(@PathVariable TradeId trade, Caller caller) {
        access.visible(trade, caller);
        return history.incidents(trade);
    }

    @Operation(
            summary = "Report a security incident that the trade's data is touched by, or how one stands now",
            description =
                    "By either party, of its own side, or by the operator, while the data is held; else 409. The law"
                            + " is asked again at once, and what it finds is owed. The newest report holds.")
    @Requires("incident:report")
    @PostMapping("/incidents")
    ResponseEntity<List<IncidentView>> report(
            @PathVariable TradeId trade, @RequestBody Reporting said, Caller caller, Once once) {
        return once.run(() -> {
            moves.report(trade, said, caller);
            return ResponseEntity.ok(history.incidents(trade));
        });
    }

    @Operation(summary = "Other purposes or methods that the buyer has declared since the delivery; the newest first")
    @Requires("trade:read")
    @GetMapping("/purpose-change")
    List<PurposeView> purposes(@PathVariable TradeId trade, Caller caller) {
        access.visible(trade, caller);
        return history.purposes(trade);
    }

    @Operation(
            summary = "Declare that the data is used for something else, or otherwise, than was agreed",
            description = "By the buyer, while it holds the data; else 409. The law is asked again at once.")
    @Requires("purpose:change")
    @PostMapping("/purpose-change")
    ResponseEntity<List<PurposeView>> change(
            @PathVariable TradeId trade, @RequestBody NewPurpose said, Caller caller, Once once) {
        return once.run(() -> {
            moves.change(trade, said, caller);
            return ResponseEntity.ok(history.purposes(trade));
        });
    }
}
