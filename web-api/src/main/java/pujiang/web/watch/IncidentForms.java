package pujiang.web.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeView;
import pujiang.app.watch.Possession;
import pujiang.compliance.IncidentFacts.Level;
import pujiang.web.page.Field;
import pujiang.web.page.Field.Choice;
import pujiang.web.page.Form;
import pujiang.web.page.Localizer;
import pujiang.web.page.PageRequest;
import pujiang.web.trade.TradeForms;

/** What can be reported of a trade while its data is held: by its parties and the operator, and never the first thing. */
@Component
final class IncidentForms implements TradeForms {

    private final Possession possession;

    IncidentForms(Possession possession) {
        this.possession = possession;
    }

    @Override
    public int rank() {
        return 90;
    }

    @Override
    public List<Form> of(TradeView trade, Caller caller, PageRequest visit) {
        if (!possession.isWatched(trade.id())) return List.of();
        var forms = new ArrayList<Form>();
        if (caller.may("incident:report")) forms.add(report(trade, visit));
        if (caller.actsFor(trade.agreement().buyer()) && caller.may("purpose:change")) {
            forms.add(visit.form(WatchFormActions.REPURPOSE, TradeForms.address(trade), Field.area("purpose")));
        }
        return forms;
    }

    private static Form report(TradeView trade, PageRequest visit) {
        var localizer = visit.reader();
        return visit.form(
                WatchFormActions.REPORT,
                TradeForms.address(trade),
                Field.area("what"),
                Field.choice("piLeak", orUnknown(localizer.word("incident.unknown"), yesOrNo(localizer))),
                Field.choice("level", orUnknown(localizer.word("incident.ungraded"), levels(localizer))),
                Field.minute("since"),
                Field.choice("reported", yesOrNo(localizer)),
                Field.choice("subjectsNotified", yesOrNo(localizer)));
    }

    private static List<Choice> yesOrNo(Localizer localizer) {
        return List.of(
                new Choice("false", localizer.word("incident.no")), new Choice("true", localizer.word("incident.yes")));
    }

    private static List<Choice> levels(Localizer localizer) {
        return Arrays.stream(Level.values())
                .map(level -> new Choice(level.name(), localizer.word(key(level))))
                .toList();
    }

    private static List<Choice> orUnknown(String unknown, List<Choice> known) {
        return Stream.concat(Stream.of(new Choice("", unknown)), known.stream()).toList();
    }

    private static String key(Level level) {
        return "level." + level;
    }
}
