package pujiang.app.rulebook;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import pujiang.compliance.Gate;
import pujiang.compliance.Verdict;
import pujiang.participant.ParticipantId;
import pujiang.rulebook.DraftId;

/**
 * The effect of a draft on past decisions.
 *
 * @param before digest of the book in force
 * @param book digest of the draft's
 * @param decisions number of all
 * @param unasked those that could not be replayed
 * @param counts from each result to each result, by gate
 * @param flips changed decisions
 * @param trades of changed decisions
 * @param money the prices of those trades
 * @param participants parties of changed decisions
 * @param most those with the highest amounts, up to 50
 */
public record ReplayReport(
        DraftId draft,
        int edition,
        String before,
        String book,
        String startedBy,
        Instant startedAt,
        Instant endedAt,
        long decisions,
        long unasked,
        List<Count> counts,
        long flips,
        long trades,
        Money money,
        long participants,
        List<Party> most) {

    public record Count(Gate gate, Verdict was, Verdict now, long decisions) {

        /** Whether these are changed decisions. */
        public boolean flipped() {
            return was != now;
        }
    }

    /** @param money the prices of its trades with flips */
    public record Party(ParticipantId participant, long flips, Money money) {}
}
