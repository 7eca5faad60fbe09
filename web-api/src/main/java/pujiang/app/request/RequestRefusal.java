package pujiang.app.request;

import java.util.List;
import pujiang.refusal.Refusal;

/**
 * What may be wrong with any request, whichever feature it is for. In order of precedence: a request that fails in
 * several ways is told the first.
 */
public sealed interface RequestRefusal extends Refusal {

    @Override
    default boolean mayPassLater() {
        return switch (this) {
            case StillRunning _, ChangedMeanwhile _, Unavailable _, OutcomeUnknown _ -> true;
            case LawTooLate _, LawNotReady _, ExplanationsBusy _ -> true;
            case NotFound _, MethodNotAllowed _, NotAcceptable _, MediaTypeUnsupported _ -> false;
            case CodingUnsupported _, OriginNotAllowed _, Unauthenticated _ -> false;
            case Forbidden _, TooLarge _, Malformed _, TooComplex _, FieldsInvalid _, KeyMissing _ -> false;
            case KeyMalformed _, KeyReused _, IfMatchMissing _, IfMatchMalformed _, ConditionNotTaken _, Stale _ ->
                false;
            case OtherContent _, HistoryIncomplete _, LawFailed _, Internal _ -> false;
        };
    }

    /**
     * Also what the caller may not see: that something exists is told to nobody who may not know.
     *
     * @param path empty for the address of the request, which only the face knows
     */
    record NotFound(String path) implements RequestRefusal {

        public NotFound() {
            this("");
        }

        @Override
        public String code() {
            return "request.not-found";
        }
    }

    record MethodNotAllowed(String method, String allowed) implements RequestRefusal {
        @Override
        public String code() {
            return "request.method-not-allowed";
        }
    }

    record NotAcceptable(String offered) implements RequestRefusal {
        @Override
        public String code() {
            return "request.not-acceptable";
        }
    }

    record MediaTypeUnsupported(String given, String accepted) implements RequestRefusal {
        @Override
        public String code() {
            return "request.media-type-unsupported";
        }
    }

    /** A body that was compressed on the way: what is stored must be what was meant. */
    record CodingUnsupported(String given) implements RequestRefusal {
        @Override
        public String code() {
            return "request.coding-unsupported";
        }
    }

    /** A page of another site asks whether it may call; no setting says so. */
    record OriginNotAllowed(String origin) implements RequestRefusal {
        @Override
        public String code() {
            return "request.origin-not-allowed";
        }
    }

    record Unauthenticated() implements RequestRefusal {
        @Override
        public String code() {
            return "request.unauthenticated";
        }
    }

    record Forbidden() implements RequestRefusal {
        @Override
        public String code() {
            return "request.forbidden";
        }
    }

    record TooLarge(long limit) implements RequestRefusal {
        @Override
        public String code() {
            return "request.too-large";
        }
    }

    /** Not the format it says it is. Line and column count from 1; 0 where the place is not known. */
    record Malformed(int line, int column) implements RequestRefusal {
        @Override
        public String code() {
            return "request.malformed";
        }
    }

    /** JSON, but nested deeper, or with longer names, numbers or texts than any real request has. */
    record TooComplex() implements RequestRefusal {
        @Override
        public String code() {
            return "request.too-complex";
        }
    }

    /** Well formed, but some field cannot be what it is said to be. */
    record FieldsInvalid(List<FieldError> errors) implements RequestRefusal {

        public FieldsInvalid(FieldError error) {
            this(List.of(error));
        }

        @Override
        public String code() {
            return "request.invalid";
        }
    }

    /** draft-ietf-httpapi-idempotency-key-header-08, section 2.7, first case. */
    record KeyMissing() implements RequestRefusal {
        @Override
        public String code() {
            return "idempotency.key-missing";
        }
    }

    record KeyMalformed() implements RequestRefusal {
        @Override
        public String code() {
            return "idempotency.key-malformed";
        }
    }

    /** Section 2.7 of the draft, second case. */
    record KeyReused() implements RequestRefusal {
        @Override
        public String code() {
            return "idempotency.key-reused";
        }
    }

    /** Section 2.7 of the draft, third case. */
    record StillRunning() implements RequestRefusal {
        @Override
        public String code() {
            return "idempotency.still-running";
        }
    }

    /** RFC 6585, section 3. */
    record IfMatchMissing() implements RequestRefusal {
        @Override
        public String code() {
            return "edition.if-match-missing";
        }
    }

    record IfMatchMalformed() implements RequestRefusal {
        @Override
        public String code() {
            return "edition.if-match-malformed";
        }
    }

    /** RFC 9110, section 13.1: a condition that is not compared here must not be taken for one that holds. */
    record ConditionNotTaken(String header) implements RequestRefusal {
        @Override
        public String code() {
            return "edition.condition-not-taken";
        }
    }

    /** RFC 9110, section 13.1.1: somebody else changed it since the caller read it. */
    record Stale() implements RequestRefusal {
        @Override
        public String code() {
            return "edition.stale";
        }
    }

    /** A PUT that would create what already exists with other content. */
    record OtherContent(String id) implements RequestRefusal {
        @Override
        public String code() {
            return "creation.other-content";
        }
    }

    /** Two requests met in the database; this one lost and left nothing behind. */
    record ChangedMeanwhile() implements RequestRefusal {
        @Override
        public String code() {
            return "request.changed-meanwhile";
        }
    }

    record Unavailable() implements RequestRefusal {
        @Override
        public String code() {
            return "exchange.unavailable";
        }
    }

    /** The connection to the database was lost while the action was being committed: nobody knows yet whether it was. */
    record OutcomeUnknown() implements RequestRefusal {
        @Override
        public String code() {
            return "exchange.outcome-unknown";
        }
    }

    /**
     * The store has a gap: what the thing is can no longer be said, and nothing is decided on it.
     *
     * @param kind of the thing, as its events are stored
     * @param missing the number of the first event that is not there
     */
    record HistoryIncomplete(String kind, String id, long missing) implements RequestRefusal {
        @Override
        public String code() {
            return "exchange.history-incomplete";
        }
    }

    /** The rule book took too long to say why, or to be compiled. A decision that takes too long is left to an officer. */
    record LawTooLate(long seconds) implements RequestRefusal {
        @Override
        public String code() {
            return "exchange.law-too-late";
        }
    }

    /** To explain a decision asks the law hundreds of times; others were explained, and it was nobody's turn yet. */
    record ExplanationsBusy() implements RequestRefusal {
        @Override
        public String code() {
            return "exchange.explanations-busy";
        }
    }

    /** Another rule book came into force, and this process does not have it ready yet. */
    record LawNotReady() implements RequestRefusal {
        @Override
        public String code() {
            return "exchange.law-behind";
        }
    }

    /** A rule of the book fails where it was to say why. */
    record LawFailed() implements RequestRefusal {
        @Override
        public String code() {
            return "exchange.law-failed";
        }
    }

    /** @param reference stands in the log beside the cause, which the caller does not get to see */
    record Internal(String reference) implements RequestRefusal {
        @Override
        public String code() {
            return "exchange.internal";
        }
    }
}
