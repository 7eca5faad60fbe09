package pujiang.web.participant;

import java.util.ArrayList;
import java.util.List;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.participant.ParticipantView;
import pujiang.app.security.Caller;
import pujiang.web.page.Badge;
import pujiang.web.page.Badges;
import pujiang.web.page.Field;
import pujiang.web.page.Form;
import pujiang.web.page.PageRequest;
import pujiang.web.stop.StopForms;

/** Forms of a caller for a participant's file in its current state. */
final class ParticipantForms {

    private static final Badges STATES = Badges.of("state.")
            .waits("applied")
            .good("active")
            .bad("suspended", "refused", "rejected")
            .plain("lapsed");

    private ParticipantForms() {}

    static List<Form> of(ParticipantView participant, Caller caller, PageRequest visit) {
        var forms = new ArrayList<Form>();
        var address = address(participant);
        if (participant.state().equals(ParticipantBoard.APPLIED) && caller.may("participant:verify")) {
            var read = Field.hidden("version", participant.version());
            forms.add(visit.form(ParticipantFormActions.VERIFY, address, read, Field.line("evidence")));
            forms.add(visit.form(ParticipantFormActions.REJECT, address, Field.area("reason")));
        }
        if (!caller.may("participant:suspend")) return forms;
        var suspended = participant.state().equals(ParticipantBoard.SUSPENDED);
        var stops = participant.stops();
        if (suspended && StopForms.mayLift(stops, caller)) {
            forms.add(visit.form(ParticipantFormActions.REINSTATE, address, StopForms.lifting(stops)));
        }
        if ((suspended || participant.active()) && StopForms.maySet(stops, caller)) {
            forms.add(visit.form(ParticipantFormActions.SUSPEND, address, Field.area("reason")));
        }
        return forms;
    }

    static Badge badge(ParticipantView participant) {
        return STATES.badge(participant.state());
    }

    static String address(ParticipantView participant) {
        return "/participants/" + participant.id();
    }
}
