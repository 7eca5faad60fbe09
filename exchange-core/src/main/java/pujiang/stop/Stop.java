package pujiang.stop;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pujiang.refusal.Texts;

/**
 * One stop: nothing new begins on what it stands on until it is lifted. Several stand beside each other.
 *
 * @param author who has set it, as the ground says
 * @param cause name of the recall or the obligation, digest of the decision; null where a person has decided
 * @param by the user's name, or that of the part of the exchange that acts by itself
 */
public record Stop(Author author, Ground ground, @Nullable String cause, String by, String reason, Instant since) {

    private static final int LONGEST_REASON = 2_000;

    /** As the exchange wrote its reasons before it stored who had set a stop. */
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
     * A stop that was stored without its author. The exchange's own are known by their words; every other counts as the
     * operator's: of those who could have set it, the one whose stop the bound party cannot lift.
     */
    public static Stop unsigned(String reason, Instant since) {
        var recall = OF_A_RECALL.matcher(reason);
        if (recall.matches()) return of(Ground.RECALLED, recall.group(1), "", reason, since);
        var breach = OF_A_BREACH.matcher(reason);
        if (breach.matches()) return of(Ground.OBLIGATION_BREACHED, breach.group(1), "", reason, since);
        return of(Ground.OPERATOR_ORDER, null, "", reason, since);
    }

    /** The same stop under another name of who has set it. */
    public Stop by(String name) {
        return new Stop(author, ground, cause, name, reason, since);
    }

    /** Whether it is that stop, however and whenever it was set. */
    public boolean is(Ground otherGround, @Nullable String otherCause) {
        return ground == otherGround && Objects.equals(cause, otherCause);
    }
}
