package pujiang.web.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.security.Caller;
import pujiang.app.settlement.AccountView;
import pujiang.app.settlement.Bank;
import pujiang.web.page.PageController;
import pujiang.web.page.Visit;
import pujiang.web.page.Waiting;
import pujiang.web.product.Names;
import pujiang.web.security.Requires;

/** What waits for whoever is signed in, and for a participant its money. */
@PageController
class HomePage {

    private final Waiting waiting;
    private final Names names;
    private final Bank bank;

    HomePage(Waiting waiting, Names names, Bank bank) {
        this.waiting = waiting;
        this.names = names;
        this.bank = bank;
    }

    /**
     * @param organisation for which the reader acts; null for the exchange's own people
     * @param account null for whoever may not see it
     */
    record Model(List<Waiting.Shown> queues, @Nullable String organisation, @Nullable AccountView account) {}

    @Requires("self:manage")
    @GetMapping("/")
    ModelAndView read(Caller caller, Visit visit) {
        var participant = caller.participant();
        var model = new Model(
                waiting.queues(caller, visit),
                participant == null ? null : names.of(participant),
                participant != null && caller.may("account:read") ? bank.view(participant) : null);
        return visit.page("home/home", "/", model);
    }
}
