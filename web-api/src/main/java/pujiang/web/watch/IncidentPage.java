package pujiang.web.watch;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.security.Caller;
import pujiang.app.watch.IncidentMoves;
import pujiang.app.watch.IncidentMoves.NewPurpose;
import pujiang.app.watch.IncidentMoves.Reporting;
import pujiang.calendar.Shanghai;
import pujiang.compliance.IncidentFacts.Level;
import pujiang.trade.TradeId;
import pujiang.web.idempotency.Once;
import pujiang.web.page.PageController;
import pujiang.web.page.Visit;
import pujiang.web.security.Requires;
import pujiang.web.trade.TradeSheet;

/** What is reported on a trade's page while its data is held. */
@PageController
@RequestMapping("/trades/{trade}")
class IncidentPage {

    private final TradeSheet sheet;
    private final IncidentMoves moves;

    IncidentPage(TradeSheet sheet, IncidentMoves moves) {
        this.sheet = sheet;
        this.moves = moves;
    }

    /** @param since a minute of Shanghai's, as the pages tell the time */
    @Requires("incident:report")
    @PostMapping("/incidents")
    ModelAndView report(
            @PathVariable TradeId trade,
            @RequestParam String what,
            @RequestParam Optional<Boolean> piLeak,
            @RequestParam Optional<Level> level,
            @RequestParam @DateTimeFormat(iso = ISO.DATE_TIME) LocalDateTime since,
            @RequestParam boolean reported,
            @RequestParam boolean subjectsNotified,
            Caller caller,
            Once once,
            Visit visit) {
        var known = Shanghai.instantOf(since);
        Runnable deed = () -> {
            var said = new Reporting(what, piLeak.orElse(null), level.orElse(null), known, reported, subjectsNotified);
            moves.report(trade, said, caller);
        };
        return sheet.submit(WatchFormActions.REPORT, trade, deed, caller, once, visit);
    }

    @Requires("purpose:change")
    @PostMapping("/purpose-change")
    ModelAndView change(
            @PathVariable TradeId trade, @RequestParam String purpose, Caller caller, Once once, Visit visit) {
        Runnable deed = () -> moves.change(trade, new NewPurpose(purpose), caller);
        return sheet.submit(WatchFormActions.REPURPOSE, trade, deed, caller, once, visit);
    }
}
