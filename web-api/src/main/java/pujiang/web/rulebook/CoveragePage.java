package pujiang.web.rulebook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.rulebook.CoverageView;
import pujiang.app.rulebook.CoverageView.RuleCoverage;
import pujiang.app.rulebook.RecordedCoverage;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Outcome;
import pujiang.web.decision.DecisionBadges;
import pujiang.web.page.Badge;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.security.Requires;

/** Every rule by instrument and article: the number of evaluations, the findings, and their dates. */
@PageController
class CoveragePage {

    private static final String ADDRESS = "/rule-book/coverage";

    private final RecordedCoverage coverage;

    CoveragePage(RecordedCoverage coverage) {
        this.coverage = coverage;
    }

    record Model(CoverageView coverage, List<Group> groups) {}

    /** @param fired how many of its rules ever had something to say */
    record Group(Bilingual name, List<Row> rows, long fired) {}

    record Row(RuleCoverage rule, List<Found> found) {}

    record Found(Badge badge, long times) {}

    @Requires("decision:examine")
    @GetMapping(ADDRESS)
    ModelAndView read(PageRequest visit) {
        var told = coverage.now();
        return visit.page("rulebook/coverage", ADDRESS, new Model(told, groups(told)));
    }

    private static List<Group> groups(CoverageView told) {
        return told.instruments().stream()
                .map(instrument -> new Group(
                        instrument.name(),
                        instrument.rules().stream().map(CoveragePage::row).toList(),
                        instrument.rules().stream()
                                .filter(rule -> rule.fired() > 0)
                                .count()))
                .toList();
    }

    private static Row row(RuleCoverage rule) {
        return new Row(
                rule,
                rule.outcomes().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.<Outcome>reverseOrder()))
                        .map(one -> new Found(DecisionBadges.of(one.getKey()), one.getValue()))
                        .toList());
    }
}
