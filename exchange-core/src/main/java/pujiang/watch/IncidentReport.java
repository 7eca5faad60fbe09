package pujiang.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.compliance.IncidentFacts;
import pujiang.compliance.IncidentFacts.Level;
import pujiang.refusal.Invalid;
import pujiang.refusal.Texts;

/**
 * The report of a security incident that affects the data of a trade (安全事件). It gives the present state. Changes need a
 * new report, and the newest report applies.
 *
 * @param by VENDOR or BUYER for an incident on its side, or EXCHANGE for its operator
 * @param what the description, at most 2,000 characters
 * @param piLeak whether personal information leaked, was altered or lost, or may have been; null while unknown
 * @param level null while it is not graded
 * @param since when it has been known
 * @param reported to the authority
 * @param subjectsNotified whether the persons were informed, or lawfully need not be
 */
public record IncidentReport(
        FactSource by,
        String what,
        @Nullable Boolean piLeak,
        @Nullable Level level,
        Instant since,
        boolean reported,
        boolean subjectsNotified) {

    private static final int LONGEST = 2_000;
    private static final long HOUR = 3_600;

    public IncidentReport {
        Texts.check("what", what, LONGEST);
    }

    /**
     * An incident known before the delivery does not concern this trade. Times are entered in minutes, so the minute of
     * the delivery itself is accepted.
     *
     * @throws Invalid at {@code since}
     */
    void mustBeOfTheTimeFrom(Instant delivered, Instant now) {
        if (since.isAfter(now)) throw Invalid.at("since", "date.in-the-future", "must not be in the future");
        if (since.isBefore(delivered.truncatedTo(ChronoUnit.MINUTES))) {
            throw Invalid.at("since", "date.before-the-delivery", "must not be before the delivery");
        }
    }

    /** The facts for the rules at a time. */
    FactSheet facts(Instant now) {
        var said = FactSheet.empty()
                .with(IncidentFacts.HOURS_KNOWN, hoursKnown(now))
                .with(IncidentFacts.REPORTED, reported)
                .with(IncidentFacts.SUBJECTS_NOTIFIED, subjectsNotified);
        if (piLeak != null) said = said.with(IncidentFacts.PI_LEAK, piLeak);
        if (level != null) said = said.with(IncidentFacts.LEVEL, level);
        return said.from(by);
    }

    /** A started hour counts: four hours and a minute are more than four. */
    private long hoursKnown(Instant now) {
        return Math.max(0, Math.ceilDiv(Duration.between(since, now).toSeconds(), HOUR));
    }
}
