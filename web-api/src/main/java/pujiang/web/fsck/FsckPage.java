package pujiang.web.fsck;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import pujiang.app.fsck.Findings.Damage;
import pujiang.app.fsck.Findings.Outcome;
import pujiang.app.fsck.FsckRun;
import pujiang.app.fsck.FsckRuns;
import pujiang.app.security.Caller;
import pujiang.web.idempotency.Idempotent;
import pujiang.web.page.Badge;
import pujiang.web.page.Badges;
import pujiang.web.page.Form;
import pujiang.web.page.Localizer;
import pujiang.web.page.PageController;
import pujiang.web.page.PageRequest;
import pujiang.web.security.Requires;

/** The check of all that is stored: what was compared when, what was found, and when it is compared again. */
@PageController
@RequestMapping("/operations/fsck")
public class FsckPage {

    private static final String ADDRESS = "/operations/fsck";

    private static final Badges STATES =
            Badges.of("fsck.").waits("running", "interrupted").good("clean").bad("damaged", "failed");

    private final FsckRuns runs;

    FsckPage(FsckRuns runs) {
        this.runs = runs;
    }

    /**
     * What came of one check, in the reader's language.
     *
     * @param compared how many of what
     * @param unnamed damaged places beyond those that are named
     * @param mend what to do; null where nothing is damaged
     */
    record Line(
            String name,
            String claim,
            String compared,
            Badge badge,
            List<Found> found,
            long unnamed,
            @Nullable String mend) {}

    record Found(String place, String what) {}

    @Requires("operations:read")
    @GetMapping
    ModelAndView read(Caller caller, PageRequest visit) {
        return show(caller, visit);
    }

    @Requires("operations:check")
    @PostMapping("/run")
    ModelAndView run(Caller caller, Idempotent once, PageRequest visit) {
        return visit.submit(
                FsckFormActions.CHECK, once, ADDRESS, () -> runs.start(caller.username()), () -> show(caller, visit));
    }

    /**
     * @param newest null before the first
     * @param checked the newest that came to an end; null before there is one
     * @param due when all is compared again by itself; null if it is not
     */
    record Model(
            @Nullable FsckRun newest,
            @Nullable Badge badge,
            @Nullable Checked checked,
            @Nullable Instant due,
            List<Form> forms) {}

    /** @param lines what is damaged first */
    record Checked(FsckRun run, Badge badge, Instant asOf, List<Line> lines) {

        static Checked of(FsckRun run, Localizer localizer) {
            var report = Objects.requireNonNull(run.report());
            var lines = report.outcomes().stream()
                    .sorted((one, other) -> Boolean.compare(one.damaged() == 0, other.damaged() == 0))
                    .map(outcome -> line(outcome, localizer))
                    .toList();
            return new Checked(run, FsckPage.badge(run), report.asOf(), lines);
        }
    }

    private ModelAndView show(Caller caller, PageRequest visit) {
        var model = new Model(
                runs.newest().orElse(null),
                runs.newest().map(FsckPage::badge).orElse(null),
                runs.lastChecked().map(run -> Checked.of(run, visit.reader())).orElse(null),
                runs.due().orElse(null),
                caller.may("operations:check") ? List.of(visit.form(FsckFormActions.CHECK, ADDRESS)) : List.of());
        return visit.page("fsck/fsck", ADDRESS, model);
    }

    private static Line line(Outcome outcome, Localizer localizer) {
        var check = outcome.check();
        var chinese = localizer.locale().equals(Locale.CHINESE);
        var compared = outcome.counts().stream()
                .map(count -> localizer.count(count.number()) + " " + (chinese ? count.chinese() : count.english()))
                .collect(Collectors.joining(chinese ? "、" : ", "));
        return new Line(
                chinese ? check.chinese() : check.name(),
                chinese ? check.claimInChinese() : check.claim(),
                compared,
                STATES.badge(outcome.damaged() == 0 ? "clean" : "damaged"),
                outcome.damages().stream().map(damage -> found(damage, chinese)).toList(),
                outcome.damaged() - outcome.damages().size(),
                outcome.damaged() == 0 ? null : chinese ? check.mendInChinese() : check.mend());
    }

    public static Badge badge(FsckRun run) {
        return STATES.badge(run.state());
    }

    private static Found found(Damage damage, boolean chinese) {
        return new Found(damage.place(), chinese ? damage.chinese() : damage.english());
    }
}
