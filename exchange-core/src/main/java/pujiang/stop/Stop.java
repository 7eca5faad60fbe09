package pujiang.stop;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Texts;

/**
 * One suspension: nothing new can begin with its subject until it is lifted. A subject can have several.
 *
 * @param author as the ground determines
 * @param cause name of the recall or the obligation, digest of the decision; null if a person has decided
 * @param by the user's name, or the name of the component that acts automatically
 */
public record Stop(Author author, Ground ground, @Nullable String cause, String by, String reason, Instant since) {

    private static final int LONGEST_REASON = 2_000;

    /** The form of stored reasons before authors were stored. */
    private static final Pattern OF_A_RECALL = Pattern.compile("召回 recall (\\S+)");

    private static final Pattern OF_A_BREACH =
            Pattern.compile("逾期未履行义务 obligation breached: (\\S+) .*", Pattern.DOTALL);

    public Stop {
        Texts.check("reason", reason, LONGEST_REASON);
    }

    public static Stop of(Ground ground, @Nullable String cause, String by, String reason, Instant since) {
        return new Stop(ground.author(), ground, cause, by, reason, since);
    }

    /**
     * A suspension that was stored without its author. Those of the exchange are recognised by their text. All others
     * count as the operator's, the possible author whose suspension the bound party cannot lift.
     */
    public static Stop unsigned(String reason, Instant since) {
        var recall = OF_A_RECALL.matcher(reason);
        if (recall.matches()) return of(Ground.RECALLED, recall.group(1), "", reason, since);
        var breach = OF_A_BREACH.matcher(reason);
        if (breach.matches()) return of(Ground.OBLIGATION_BREACHED, breach.group(1), "", reason, since);
        return of(Ground.OPERATOR_ORDER, null, "", reason, since);
    }

    /** The same suspension with another user name. */
    public Stop by(String name) {
        return new Stop(author, ground, cause, name, reason, since);
    }

    /** Whether ground and cause are equal, regardless of author and time. */
    public boolean is(Ground otherGround, @Nullable String otherCause) {
        return ground == otherGround && Objects.equals(cause, otherCause);
    }
}
