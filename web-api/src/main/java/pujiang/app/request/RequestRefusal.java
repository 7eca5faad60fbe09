package pujiang.app.request;

import java.util.List;
import pujiang.refusal.Refusal;

/**
 * Errors that any request may have, whatever its feature. In order of precedence: a request with several errors is
 * answered with the first.
 */
public sealed interface RequestRefusal extends Refusal {

    /**
     * Also for what the caller may not see: its existence is not revealed.
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

    /** A page of another site requests permission to call; no setting grants it. */
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

    /** RFC 9110, section 13.1.1: the resource has changed since the caller read it. */
    record Stale() implements RequestRefusal {}

    /** A PUT that would create what already exists with other content. */
    record OtherContent(String id) implements RequestRefusal {}

    /** Two requests met in the database; this one was rolled back completely. */
    record ChangedMeanwhile() implements RequestRefusal {}

    record Unavailable() implements RequestRefusal {}

    /** The connection to the database was lost during the commit: its result is unknown yet. */
    record OutcomeUnknown() implements RequestRefusal {}

    /**
     * The store has a gap: the state of the thing is unknown, and no decision is made on it.
     *
     * @param kind of the thing, as its events are stored
     * @param missing the number of the first missing event
     */
    record HistoryIncomplete(String kind, String id, long missing) implements RequestRefusal {}

    /** The rule book took too long to say why, or to be compiled. A decision that takes too long is left to an officer. */
    record LawTooLate(long seconds) implements RequestRefusal {}

    /**
     * An explanation of a decision evaluates the rules hundreds of times; others were running, and this one timed out
     * in the queue.
     */
    record ExplanationsBusy() implements RequestRefusal {}

    /** Another rule book came into force, and this process does not have it ready yet. */
    record LawNotReady() implements RequestRefusal {}

    /** A rule fails during the explanation. */
    record LawFailed() implements RequestRefusal {}

    /** @param reference to the log entry with the cause, which the caller does not see */
    record Internal(String reference) implements RequestRefusal {}
}
