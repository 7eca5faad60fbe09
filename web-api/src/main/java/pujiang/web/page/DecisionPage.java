package pujiang.web.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import pujiang.compliance.Bilingual;
import pujiang.trade.TradeId;
import pujiang.web.explanation.ExplanationView;
import pujiang.web.explanation.Explanations;
import pujiang.web.explanation.RuleView;
import pujiang.web.quote.MissingFact;
import pujiang.web.security.Caller;
import pujiang.web.security.Requires;

/** One decision: the verdict, why and why not, what would make it pass, and how it would fall on another day. */
@Controller
@RequestMapping("/trades/{trade}/decisions/{which}")
class DecisionPage {

    private final Explanations explanations;

    DecisionPage(Explanations explanations) {
        this.explanations = explanations;
    }

    @Requires("trade:read")
    @GetMapping
    ModelAndView read(@PathVariable TradeId trade, @PathVariable String which, Caller caller, Visit visit) {
        var told = explanations.explain(trade, which, caller);
        return show(trade, which, told, caller, visit);
    }

    @Requires("decision:examine")
    @GetMapping("/rehearing")
    ModelAndView rehear(
            @PathVariable TradeId trade,
            @PathVariable String which,
            @RequestParam @Nullable LocalDate law,
            @RequestParam @Nullable LocalDate facts,
            Caller caller,
            Visit visit) {
        return show(trade, which, explanations.rehear(trade, which, law, facts, caller), caller, visit);
    }

    private static ModelAndView show(TradeId trade, String which, ExplanationView told, Caller caller, Visit visit) {
        var address = "/trades/%s/decisions/%s".formatted(trade, which);
        var model = new HashMap<String, Object>();
        model.put("trade", trade);
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
