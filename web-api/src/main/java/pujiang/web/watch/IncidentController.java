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
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeAccess;
import pujiang.app.watch.IncidentUseCases;
import pujiang.app.watch.IncidentUseCases.NewPurpose;
import pujiang.app.watch.IncidentUseCases.Reporting;
import pujiang.app.watch.IncidentView;
import pujiang.app.watch.PurposeView;
import pujiang.app.watch.WatchHistory;
import pujiang.trade.TradeId;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.security.Requires;

/** The register of what is reported of a trade while its data is held: security incidents, and other purposes. */
@RestController
@RequestMapping("/api/v1/trades/{trade}")
class IncidentController {

    private final TradeAccess access;
    private final WatchHistory history;
    private final IncidentUseCases useCases;

    IncidentController(TradeAccess access, WatchHistory history, IncidentUseCases useCases) {
        this.access = access;
        this.history = history;
        this.useCases = useCases;
    }

    @Operation(
            operationId = "listIncidents",
            summary = "List the incident reports of a trade",
            description = "The newest first. The newest report is the one that counts.")
    @Requires("trade:read")
    @GetMapping("/incidents")
    PlainPage<IncidentView> incidents(@PathVariable TradeId trade, Caller caller, Paging paging) {
        access.visible(trade, caller);
        return paging.newestFirst(history.incidents(trade));
    }

    @Operation(
            operationId = "reportIncident",
            summary = "Report a security incident, or its current state",
            description =
                    "A party reports for its own side, or the operator does, while the buyer holds the data; otherwise"
                            + " 409. The rules are evaluated again at once, and the duties that follow are recorded.")
    @Requires("incident:report")
    @PostMapping("/incidents")
    ResponseEntity<List<IncidentView>> report(
            @PathVariable TradeId trade, @RequestBody Reporting said, Caller caller, Idempotent once) {
        return once.run(() -> {
            useCases.report(trade, said, caller);
            return ResponseEntity.ok(history.incidents(trade));
        });
    }

    @Operation(
            operationId = "listPurposeChanges",
            summary = "List the purposes that the buyer declared after the delivery",
            description = "The newest first.")
    @Requires("trade:read")
    @GetMapping("/purpose-change")
    PlainPage<PurposeView> purposes(@PathVariable TradeId trade, Caller caller, Paging paging) {
        access.visible(trade, caller);
        return paging.newestFirst(history.purposes(trade));
    }

    @Operation(
            operationId = "declarePurposeChange",
            summary = "Declare another purpose or method of use",
            description =
                    "The buyer declares it while it holds the data; otherwise 409. The rules are evaluated again at"
                            + " once.")
    @Requires("purpose:change")
    @PostMapping("/purpose-change")
    ResponseEntity<List<PurposeView>> change(
            @PathVariable TradeId trade, @RequestBody NewPurpose said, Caller caller, Idempotent once) {
        return once.run(() -> {
            useCases.change(trade, said, caller);
            return ResponseEntity.ok(history.purposes(trade));
        });
    }
}
