package pujiang.web.page;

import java.util.HashMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.security.Caller;
import pujiang.app.settlement.Bank;
import pujiang.web.security.Requires;

/** What waits for whoever is signed in, and for a participant its money. */
@Controller
class HomePage {

    private final Waiting waiting;
    private final Names names;
    private final Bank bank;

    HomePage(Waiting waiting, Names names, Bank bank) {
        this.waiting = waiting;
        this.names = names;
        this.bank = bank;
    }

    @Requires("self:manage")
    @GetMapping("/")
    ModelAndView read(Caller caller, Visit visit) {
        var model = new HashMap<String, Object>();
        model.put("queues", waiting.queues(caller, visit));
        var participant = caller.participant();
        if (participant != null) {
            model.put("organisation", names.of(participant));
            if (caller.may("account:read")) model.put("account", bank.view(participant));
        }
        return visit.page("home", "/", model);
    }
}
