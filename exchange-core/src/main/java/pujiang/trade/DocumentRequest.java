package pujiang.trade;

import org.jspecify.annotations.Nullable;
import pujiang.compliance.FactSheet;
import pujiang.delivery.Content;

/**
 * A document that an officer has requested from a party.
 *
 * @param number counts from 1 within the trade
 * @param shown null until the party has answered
 * @param withdrawn reason of the officer's withdrawal; null if not withdrawn
 */
public record DocumentRequest(
        int number, RequestedEvidence asking, Status status, @Nullable Shown shown, @Nullable String withdrawn) {

    public enum Status {
        /** The party has not answered. */
        OPEN,
        PROVIDED,
        /** An officer has withdrawn the request. */
        WITHDRAWN,
        /** The review has ended without it. */
        CLOSED
    }

    /** The document and the facts that it proves according to the party. */
    public record Shown(Content content, FactSheet facts) {}

    static DocumentRequest asked(int number, RequestedEvidence requestedEvidence) {
        return new DocumentRequest(number, requestedEvidence, Status.OPEN, null, null);
    }

    DocumentRequest closed() {
        return status == Status.OPEN ? new DocumentRequest(number, asking, Status.CLOSED, null, null) : this;
    }

    DocumentRequest withdrawn(String reason) {
        return new DocumentRequest(number, asking, Status.WITHDRAWN, null, reason);
    }

    DocumentRequest answered(Content content, FactSheet facts) {
        return new DocumentRequest(number, asking, Status.PROVIDED, new Shown(content, facts), null);
    }
}
