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
import pujiang.app.watch.IncidentUseCases;
import pujiang.app.watch.IncidentUseCases.NewPurpose;
import pujiang.app.watch.IncidentUseCases.Reporting;
import pujiang.calendar.Shanghai;
import pujiang.compliance.IncidentFacts.Level;
import pujiang.trade.TradeId;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.security.Requires;
import pujiang.web.trade.TradePageModel;

/** Reports on a trade's page while its data is held. */
@PageController
@RequestMapping("/trades/{trade}")
class IncidentPage {

    private final TradePageModel sheet;
    private final IncidentUseCases useCases;

    IncidentPage(TradePageModel sheet, IncidentUseCases useCases) {
        this.sheet = sheet;
        this.useCases = useCases;
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
            Idempotent once,
            PageRequest visit) {
        var known = Shanghai.instantOf(since);
        Runnable deed = () -> {
            var said = new Reporting(what, piLeak.orElse(null), level.orElse(null), known, reported, subjectsNotified);
            useCases.report(trade, said, caller);
        };
        return sheet.submit(WatchFormActions.REPORT, trade, deed, caller, once, visit);
    }

    @Requires("purpose:change")
    @PostMapping("/purpose-change")
    ModelAndView change(
            @PathVariable TradeId trade,
            @RequestParam String purpose,
            Caller caller,
            Idempotent once,
            PageRequest visit) {
        Runnable deed = () -> useCases.change(trade, new NewPurpose(purpose), caller);
        return sheet.submit(WatchFormActions.REPURPOSE, trade, deed, caller, once, visit);
    }
}
