package pujiang.app.rulebook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import pujiang.app.trial.TrialAnswer;
import pujiang.compliance.Decision;
import pujiang.compliance.Gate;
import pujiang.compliance.Verdict;
import pujiang.participant.ParticipantId;

/**
 * A decision that the draft changes.
 *
 * @param number in the report, from 1
 * @param kind of its subject: trade, listing or participant
 * @param event its number in the subject's life, from 0
 * @param decision digest of the recorded decision
 * @param gained rules that fire under the draft only, with their outcomes
 * @param lost rules that fired and no longer do
 * @param missing facts that the draft needs and that were not stated
 * @param vendor the participant itself where it is the subject
 * @param price of the trade, if the subject is one
 */
public record FlipView(
        long number,
        Gate gate,
        String kind,
        String subject,
        long event,
        Instant at,
        LocalDate on,
        String decision,
        Verdict was,
        Verdict now,
        List<String> gained,
        List<String> lost,
        List<String> missing,
        @Nullable ParticipantId vendor,
        @Nullable ParticipantId buyer,
        @Nullable Money price) {

    static FlipView of(
            long number, PastDecisions.Past past, Decision was, TrialAnswer now, AffectedParties affectedParties) {
        return new FlipView(
                number,
                was.gate(),
                past.kind(),
                past.subject(),
                past.event(),
                past.at(),
                was.on(),
                was.digest(),
                was.verdict(),
                now.verdict(),
                less(effects(now), effects(TrialAnswer.of(was))),
                less(effects(TrialAnswer.of(was)), effects(now)),
                now.missing(),
                affectedParties.vendor(),
                affectedParties.buyer(),
                affectedParties.price());
    }

    private static List<String> less(Stream<String> one, Stream<String> other) {
        var rest = new TreeSet<>(one.toList());
        other.forEach(rest::remove);
        return List.copyOf(rest);
    }

    private static Stream<String> effects(TrialAnswer trialAnswer) {
        return trialAnswer.effects().stream().map(effect -> effect.rule() + " " + effect.outcome());
    }
}
