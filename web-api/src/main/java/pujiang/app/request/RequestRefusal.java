package pujiang.app.request;

import java.util.List;
import pujiang.refusal.Refusal;

/**
 * What may be wrong with any request, whichever feature it is for. In order of precedence: a request that fails in
 * several ways is told the first.
 */
public sealed interface RequestRefusal extends Refusal {

    /**
     * Also what the caller may not see: that something exists is told to nobody who may not know.
     *
     * @param path empty for the address of the request, which only the face knows
     */
    record NotFound(String path) implements RequestRefusal {

        public NotFound() {
            this("");
        }
    }

    record MethodNotAllowed(String method, String allowed) implements RequestRefusal {}

    record NotAcceptable(String offered) implements RequestRefusal {}

    record MediaTypeUnsupported(String given, String accepted) implements RequestRefusal {}

    /** A body that was compressed on the way: what is stored must be what was meant. */
    record CodingUnsupported(String given) implements RequestRefusal {}

    /** A page of another site asks whether it may call; no setting says so. */
    record OriginNotAllowed(String origin) implements RequestRefusal {}

    record Unauthenticated() implements RequestRefusal {}

    record Forbidden() implements RequestRefusal {}

    record TooLarge(long limit) implements RequestRefusal {}

    /** Not the format it says it is. Line and column count from 1; 0 where the place is not known. */
    record Malformed(int line, int column) implements RequestRefusal {}

    /** JSON, but nested deeper, or with longer names, numbers or texts than any real request has. */
    record TooComplex() implements RequestRefusal {}

    /** Well formed, but some field cannot be what it is said to be. */
    record FieldsInvalid(List<FieldError> errors) implements RequestRefusal {

        public FieldsInvalid(FieldError error) {
            this(List.of(error));
        }
    }

    /** draft-ietf-httpapi-idempotency-key-header-08, section 2.7, first case. */
    record KeyMissing() implements RequestRefusal {}

    record KeyMalformed() implements RequestRefusal {}

    /** Section 2.7 of the draft, second case. */
    record KeyReused() implements RequestRefusal {}

    /** Section 2.7 of the draft, third case. */
    record StillRunning() implements RequestRefusal {}

    /** RFC 6585, section 3. */
    record IfMatchMissing() implements RequestRefusal {}

    record IfMatchMalformed() implements RequestRefusal {}

    /** RFC 9110, section 13.1: a condition that is not compared here must not be taken for one that holds. */
    record ConditionNotTaken(String header) implements RequestRefusal {}

    /** RFC 9110, section 13.1.1: somebody else changed it since the caller read it. */
    record Stale() implements RequestRefusal {}

    /** A PUT that would create what already exists with other content. */
    record OtherContent(String id) implements RequestRefusal {}

    /** Two requests met in the database; this one lost and left nothing behind. */
    record ChangedMeanwhile() implements RequestRefusal {}

    record Unavailable() implements RequestRefusal {}

    /** The connection to the database was lost while the action was being committed: nobody knows yet whether it was. */
    record OutcomeUnknown() implements RequestRefusal {}

    /**
     * The store has a gap: what the thing is can no longer be said, and nothing is decided on it.
     *
     * @param kind of the thing, as its events are stored
     * @param missing the number of the first event that is not there
     */
    record HistoryIncomplete(String kind, String id, long missing) implements RequestRefusal {}

    /** The rule book took too long to say why, or to be compiled. A decision that takes too long is left to an officer. */
    record LawTooLate(long seconds) implements RequestRefusal {}

    /** To explain a decision asks the law hundreds of times; others were explained, and it was nobody's turn yet. */
    record ExplanationsBusy() implements RequestRefusal {}

    /** Another rule book came into force, and this process does not have it ready yet. */
    record LawNotReady() implements RequestRefusal {}

    /** A rule of the book fails where it was to say why. */
    record LawFailed() implements RequestRefusal {}

    /** @param reference stands in the log beside the cause, which the caller does not get to see */
    record Internal(String reference) implements RequestRefusal {}
}
