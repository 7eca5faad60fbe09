package pujiang.web.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.decision.Which;
import pujiang.app.explanation.ExplanationView;
import pujiang.app.explanation.RuleView;
import pujiang.app.quote.MissingFact;
import pujiang.app.security.Caller;
import pujiang.compliance.Bilingual;

/** Everything about one decision on one page: the verdict, why and why not, and what would make it pass. */
final class DecisionSheet {

    private DecisionSheet() {}

    /** @param matter what it was about: {@code trades}, {@code listings} or {@code participants} */
    static ModelAndView show(String matter, Object id, Which which, ExplanationView told, Caller caller, Visit visit) {
        var about = "/%s/%s".formatted(matter, id);
        var address = about + "/decisions/" + which;
        var model = new HashMap<String, Object>();
        model.put("matter", matter);
        model.put("id", id.toString());
        model.put("about", about);
        model.put("address", address);
        model.put("explained", told);
        model.put("badge", Badge.of(told.decision().decision()));
        model.put("after", Badge.of(told.fix().after()));
        model.put(
                "fired",
                byInstrument(told.rules().stream()
                        .filter(rule -> rule.effect() != null)
                        .toList()));
        model.put(
                "silent",
                byInstrument(told.rules().stream()
                        .filter(rule -> rule.effect() == null)
                        .toList()));
        model.put(
                "missing",
                told.decision().missing().stream().map(MissingFact::named).toList());
        model.put("examines", caller.staff());
        model.put("factsOn", Objects.requireNonNullElse(told.facts(), ""));
        return visit.page("decision", address, model);
    }

    /** @param rules in the order of their ids */
    record Group(Bilingual instrument, List<Shown> rules) {}

    /** @param badge null for a rule that stayed silent */
    record Shown(RuleView rule, @Nullable Badge badge) {

        static Shown of(RuleView rule) {
            return new Shown(rule, rule.effect() == null ? null : Badge.of(rule.effect()));
        }
    }

    private static List<Group> byInstrument(List<RuleView> rules) {
        var groups = new LinkedHashMap<Bilingual, List<Shown>>();
        for (var rule : rules) {
            groups.computeIfAbsent(rule.instrument(), _ -> new ArrayList<>()).add(Shown.of(rule));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
