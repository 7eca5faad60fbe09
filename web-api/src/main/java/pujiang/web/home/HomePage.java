package pujiang.web.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.security.Caller;
import pujiang.app.settlement.AccountView;
import pujiang.app.settlement.CashBookings;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.page.WorkQueues;
import pujiang.web.product.DisplayNames;
import pujiang.web.security.Requires;

/** Tasks of the signed-in user, and for a participant its money. */
@PageController
class HomePage {

    private final WorkQueues workQueues;
    private final DisplayNames displayNames;
    private final CashBookings cashBookings;

    HomePage(WorkQueues workQueues, DisplayNames displayNames, CashBookings cashBookings) {
        this.workQueues = workQueues;
        this.displayNames = displayNames;
        this.cashBookings = cashBookings;
    }

    /**
     * @param organisation for which the reader acts; null for the exchange's own people
     * @param account null for whoever may not see it
     */
    record Model(List<WorkQueues.Shown> queues, @Nullable String organisation, @Nullable AccountView account) {}

    @Requires("self:manage")
    @GetMapping("/")
    ModelAndView read(Caller caller, PageRequest visit) {
        var participant = caller.participant();
        var model = new Model(
                workQueues.queues(caller, visit),
                participant == null ? null : displayNames.of(participant),
                participant != null && caller.may("account:read") ? cashBookings.view(participant) : null);
        return visit.page("home/home", "/", model);
    }
}
