package pujiang.web.explanation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.decision.DecisionRef;
import pujiang.app.explanation.ExplanationView;
import pujiang.app.explanation.RuleView;
import pujiang.app.quote.MissingFact;
import pujiang.app.security.Caller;
import pujiang.compliance.Bilingual;
import pujiang.web.decision.DecisionBadges;
import pujiang.web.page.Badge;
import pujiang.web.page.PageRequest;

/** One decision on one page: the verdict, its reasons, and the smallest fix. */
final class DecisionPageModel {

    private DecisionPageModel() {}

    /**
     * @param about the address of what it was about
     * @param after what it would be with the nearest fix
     * @param examines whether the reader may ask as of another day
     */
    record Model(
            String matter,
            String id,
            String about,
            String address,
            ExplanationView explained,
            Badge badge,
            Badge after,
            List<Group> fired,
            List<Group> silent,
            List<MissingFact> missing,
            boolean examines) {

        public String factsOn() {
            return Objects.requireNonNullElse(explained.facts(), "").toString();
        }
    }

    /** @param matter what it was about: {@code trades}, {@code listings} or {@code participants} */
    static ModelAndView show(
            String matter, Object id, DecisionRef decisionRef, ExplanationView told, Caller caller, PageRequest visit) {
        var about = "/%s/%s".formatted(matter, id);
        var address = about + "/decisions/" + decisionRef;
        var model = new Model(
                matter,
                id.toString(),
                about,
                address,
                told,
                DecisionBadges.of(told.decision().decision()),
                DecisionBadges.of(told.fix().after()),
                byInstrument(told.rules().stream()
                        .filter(rule -> rule.effect() != null)
                        .toList()),
                byInstrument(told.rules().stream()
                        .filter(rule -> rule.effect() == null)
                        .toList()),
                told.decision().missing().stream().map(MissingFact::named).toList(),
                caller.staff());
        return visit.page("explanation/decision", address, model);
    }

    /** @param rules in the order of their ids */
    record Group(Bilingual instrument, List<ShownRule> rules) {}

    private static List<Group> byInstrument(List<RuleView> rules) {
        var groups = new LinkedHashMap<Bilingual, List<ShownRule>>();
        for (var rule : rules) {
            groups.computeIfAbsent(rule.instrument(), _ -> new ArrayList<>()).add(ShownRule.of(rule));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }
}
