package pujiang.app.fsck;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pujiang.app.fsck.Findings.Damage;
import pujiang.app.fsck.Findings.Outcome;

/**
 * The result of all checks.
 *
 * @param asOf the instant of the checked state, by the database's clock
 */
public record Report(Instant asOf, List<Outcome> outcomes) {

    public Report {
        outcomes = List.copyOf(outcomes);
    }

    public long damaged() {
        return outcomes.stream().mapToLong(Outcome::damaged).sum();
    }

    /** As the command line prints it. */
    public Stream<String> lines() {
        return Stream.concat(outcomes.stream().flatMap(Report::lines), Stream.of(last()));
    }

    private String last() {
        return damaged() == 0
                ? "CLEAN 未发现损坏: as of %s 截至此刻".formatted(asOf)
                : "DAMAGED 发现损坏: %,d places as of %s; %,d 处".formatted(damaged(), asOf, damaged());
    }

    private static Stream<String> lines(Outcome outcome) {
        var check = outcome.check();
        var head = "%-8s%-13s%s: %s；%s (%s)"
                .formatted(
                        outcome.damaged() == 0 ? "ok" : "DAMAGE",
                        check.name(),
                        check.chinese(),
                        (outcome.damaged() == 0 ? "" : "NOT: ") + check.claim(),
                        (outcome.damaged() == 0 ? "" : "不符：") + check.claimInChinese(),
                        counts(outcome));
        if (outcome.damaged() == 0) return Stream.of(head);
        var more = outcome.damaged() - outcome.damages().size();
        return Stream.of(
                        Stream.of(head),
                        outcome.damages().stream().map(Report::line),
                        more == 0
                                ? Stream.<String>empty()
                                : Stream.of("        and %,d more, not named; 另有 %,d 处未列出".formatted(more, more)),
                        Stream.of("        what to do: " + check.mend(), "        处理办法：" + check.mendInChinese()))
                .flatMap(lines -> lines);
    }

    private static String line(Damage damage) {
        return "        %s: %s；%s".formatted(damage.place(), damage.english(), damage.chinese());
    }

    private static String counts(Outcome outcome) {
        return outcome.counts().stream()
                .map(count -> "%,d %s %s".formatted(count.number(), count.english(), count.chinese()))
                .collect(Collectors.joining(", "));
    }
}
