package pujiang.trade;

import org.jspecify.annotations.Nullable;
import pujiang.compliance.FactSheet;

/**
 * A document that an officer has asked a party for.
 *
 * @param number counts from 1 within the trade
 * @param shown null until the party has answered
 */
public record Paper(int number, Asking asking, Status status, @Nullable Shown shown) {

    public enum Status {
        /** The party is asked. */
        OPEN,
        PROVIDED,
        /** The review has ended without it. */
        CLOSED
    }

    /** The document, and what the party says that it proves. */
    public record Shown(Content content, FactSheet facts) {}

    Paper closed() {
        return status == Status.OPEN ? new Paper(number, asking, Status.CLOSED, null) : this;
    }

    Paper answered(Content content, FactSheet facts) {
        return new Paper(number, asking, Status.PROVIDED, new Shown(content, facts));
    }
}
