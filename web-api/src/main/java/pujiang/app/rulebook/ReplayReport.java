package pujiang.app.rulebook;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import pujiang.compliance.Gate;
import pujiang.compliance.Verdict;
import pujiang.participant.ParticipantId;
import pujiang.rulebook.DraftId;

/**
 * What a draft would have done.
 *
 * @param before digest of the book in force
 * @param book digest of the draft's
 * @param decisions all that there are
 * @param unasked those of them that could not be replayed
 * @param counts what became of what, by gate
 * @param flips decisions that would fall otherwise
 * @param trades of flips
 * @param money the prices of those trades
 * @param participants parties of flips
 * @param most those with the most at stake, up to 50
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

        /** Whether these are flips. */
        public boolean flipped() {
            return was != now;
        }
    }

    /** @param money the prices of its trades with flips */
    public record Party(ParticipantId participant, long flips, Money money) {}
}
