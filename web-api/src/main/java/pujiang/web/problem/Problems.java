package pujiang.web.problem;

import java.util.List;
import org.springframework.http.HttpStatus;
import pujiang.app.delivery.DeliveryRefusal;
import pujiang.app.delivery.DeliveryRefusal.ContentTooLarge;
import pujiang.app.delivery.DeliveryRefusal.ContentUnknown;
import pujiang.app.delivery.DeliveryRefusal.CopyDeleted;
import pujiang.app.delivery.DeliveryRefusal.DigestMismatch;
import pujiang.app.delivery.DeliveryRefusal.LinkSpent;
import pujiang.app.delivery.DeliveryRefusal.NoSpace;
import pujiang.app.delivery.DeliveryRefusal.NotAnArchive;
import pujiang.app.delivery.DeliveryRefusal.QuotaExceeded;
import pujiang.app.delivery.DeliveryRefusal.RangeNotSatisfiable;
import pujiang.app.delivery.DeliveryRefusal.TermEnded;
import pujiang.app.delivery.DeliveryRefusal.TooManyEntries;
import pujiang.app.delivery.DeliveryRefusal.Truncated;
import pujiang.app.delivery.DeliveryRefusal.UnsafeEntry;
import pujiang.app.evidence.LogRefusal;
import pujiang.app.operation.OperationRefusal;
import pujiang.app.request.RequestRefusal;
import pujiang.app.request.RequestRefusal.ChangedMeanwhile;
import pujiang.app.request.RequestRefusal.CodingUnsupported;
import pujiang.app.request.RequestRefusal.ConditionNotTaken;
import pujiang.app.request.RequestRefusal.ExplanationsBusy;
import pujiang.app.request.RequestRefusal.FieldsInvalid;
import pujiang.app.request.RequestRefusal.Forbidden;
import pujiang.app.request.RequestRefusal.HistoryIncomplete;
import pujiang.app.request.RequestRefusal.IfMatchMalformed;
import pujiang.app.request.RequestRefusal.IfMatchMissing;
import pujiang.app.request.RequestRefusal.Internal;
import pujiang.app.request.RequestRefusal.KeyMalformed;
import pujiang.app.request.RequestRefusal.KeyMissing;
import pujiang.app.request.RequestRefusal.KeyReused;
import pujiang.app.request.RequestRefusal.LawFailed;
import pujiang.app.request.RequestRefusal.LawNotReady;
import pujiang.app.request.RequestRefusal.LawTooLate;
import pujiang.app.request.RequestRefusal.Malformed;
import pujiang.app.request.RequestRefusal.MediaTypeUnsupported;
import pujiang.app.request.RequestRefusal.MethodNotAllowed;
import pujiang.app.request.RequestRefusal.NotAcceptable;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.request.RequestRefusal.OriginNotAllowed;
import pujiang.app.request.RequestRefusal.OtherContent;
import pujiang.app.request.RequestRefusal.OutcomeUnknown;
import pujiang.app.request.RequestRefusal.Stale;
import pujiang.app.request.RequestRefusal.StillRunning;
import pujiang.app.request.RequestRefusal.TooComplex;
import pujiang.app.request.RequestRefusal.TooLarge;
import pujiang.app.request.RequestRefusal.Unauthenticated;
import pujiang.app.request.RequestRefusal.Unavailable;
import pujiang.app.rulebook.RuleDraftRefusal;
import pujiang.app.security.AccountRefusal;
import pujiang.app.security.AccountRefusal.FormExpired;
import pujiang.app.security.AccountRefusal.PasswordInitial;
import pujiang.app.security.AccountRefusal.PasswordWrong;
import pujiang.app.security.AccountRefusal.SignInFailed;
import pujiang.app.security.AccountRefusal.SignInsBusy;
import pujiang.app.security.AccountRefusal.SignInsSlowed;
import pujiang.app.security.AccountRefusal.UsernameTaken;
import pujiang.app.trial.TrialRefusal;
import pujiang.listing.ListingRefusal;
import pujiang.obligation.ObligationRefusal;
import pujiang.participant.ParticipantRefusal;
import pujiang.product.ProductRefusal;
import pujiang.recall.RecallRefusal;
import pujiang.refusal.Refusal;
import pujiang.rulebook.RuleBookRefusal;
import pujiang.settlement.MoneyRefusal;
import pujiang.settlement.MoneyRefusal.BalanceTooLarge;
import pujiang.settlement.MoneyRefusal.InsufficientBalance;
import pujiang.settlement.MoneyRefusal.ReferenceUsed;
import pujiang.stop.StopRefusal;
import pujiang.trade.TradeRefusal;
import pujiang.watch.WatchRefusal;

/**
 * The HTTP status of every refusal. Each family has one switch without a default, so that a new refusal stops the
 * compiler here; a family that is not listed is found by a test.
 */
final class Problems {

    /** All families there are, in the order of the documentation. */
    static final List<Class<? extends Refusal>> FAMILIES = List.of(
            RequestRefusal.class,
            ParticipantRefusal.class,
            ProductRefusal.class,
            ListingRefusal.class,
            StopRefusal.class,
            TradeRefusal.class,
            ObligationRefusal.class,
            RecallRefusal.class,
            WatchRefusal.class,
            MoneyRefusal.class,
            AccountRefusal.class,
            DeliveryRefusal.class,
            OperationRefusal.class,
            LogRefusal.class,
            RuleBookRefusal.class,
            RuleDraftRefusal.class,
            TrialRefusal.class);

    private Problems() {}

    /** Families cannot be sealed together: they live in several packages. Hence the one default, here only. */
    static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case RequestRefusal request -> status(request);
            case AccountRefusal account -> status(account);
            case MoneyRefusal money -> status(money);
            case DeliveryRefusal delivery -> status(delivery);
            case LogRefusal log -> status(log);
            case ParticipantRefusal participant -> status(participant);
            case ProductRefusal product -> status(product);
            case ListingRefusal listing -> status(listing);
            case StopRefusal stop -> status(stop);
            case TradeRefusal trade -> status(trade);
            case ObligationRefusal obligation -> status(obligation);
            case RecallRefusal recall -> status(recall);
            case WatchRefusal watch -> status(watch);
            case OperationRefusal operation -> status(operation);
            case RuleBookRefusal book -> status(book);
            case RuleDraftRefusal draft -> status(draft);
            case TrialRefusal _ -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(RequestRefusal refusal) {
        return switch (refusal) {
            case NotFound _ -> HttpStatus.NOT_FOUND;
            case MethodNotAllowed _ -> HttpStatus.METHOD_NOT_ALLOWED;
            case NotAcceptable _ -> HttpStatus.NOT_ACCEPTABLE;
            case MediaTypeUnsupported _, CodingUnsupported _ -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case Unauthenticated _ -> HttpStatus.UNAUTHORIZED;
            case Forbidden _, OriginNotAllowed _ -> HttpStatus.FORBIDDEN;
            case TooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
            case Malformed _, TooComplex _, FieldsInvalid _, KeyMissing _, KeyMalformed _ -> HttpStatus.BAD_REQUEST;
            case IfMatchMalformed _, ConditionNotTaken _ -> HttpStatus.BAD_REQUEST;
            case KeyReused _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case StillRunning _, OtherContent _, ChangedMeanwhile _ -> HttpStatus.CONFLICT;
            case IfMatchMissing _ -> HttpStatus.PRECONDITION_REQUIRED;
            case Stale _ -> HttpStatus.PRECONDITION_FAILED;
            case Unavailable _, OutcomeUnknown _, ExplanationsBusy _ -> HttpStatus.SERVICE_UNAVAILABLE;
            case HistoryIncomplete _, LawTooLate _, LawNotReady _ -> HttpStatus.SERVICE_UNAVAILABLE;
            case LawFailed _, Internal _ -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static HttpStatus status(ParticipantRefusal refusal) {
        return switch (refusal) {
            case ParticipantRefusal.Unknown _ -> HttpStatus.NOT_FOUND;
            case ParticipantRefusal.AlreadyApplied _, ParticipantRefusal.WrongState _ -> HttpStatus.CONFLICT;
            case ParticipantRefusal.AlreadyAssessed _, ParticipantRefusal.FileChanged _ -> HttpStatus.CONFLICT;
            case ParticipantRefusal.StaleVersion _ -> HttpStatus.PRECONDITION_FAILED;
            case ParticipantRefusal.LawUndecided _ -> HttpStatus.CONFLICT;
            case ParticipantRefusal.NotActive _, ParticipantRefusal.RoleNotHeld _ -> HttpStatus.FORBIDDEN;
            case ParticipantRefusal.RegistrationTaken _ -> HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(ProductRefusal refusal) {
        return switch (refusal) {
            case ProductRefusal.Unknown _ -> HttpStatus.NOT_FOUND;
            case ProductRefusal.AlreadyRegistered _, ProductRefusal.StruckOff _ -> HttpStatus.CONFLICT;
            case ProductRefusal.AlreadyAssessed _ -> HttpStatus.CONFLICT;
            case ProductRefusal.StaleRevision _ -> HttpStatus.PRECONDITION_FAILED;
        };
    }

    private static HttpStatus status(ListingRefusal refusal) {
        return switch (refusal) {
            case ListingRefusal.Unknown _ -> HttpStatus.NOT_FOUND;
            case ListingRefusal.AlreadyListed _, ListingRefusal.WrongState _, ListingRefusal.AnotherAnswer _ ->
                HttpStatus.CONFLICT;
            case ListingRefusal.StaleRevision _ -> HttpStatus.PRECONDITION_FAILED;
        };
    }

    private static HttpStatus status(StopRefusal refusal) {
        return switch (refusal) {
            case StopRefusal.NotYours _, StopRefusal.GroundStands _, StopRefusal.Stands _ -> HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(TradeRefusal refusal) {
        return switch (refusal) {
            case TradeRefusal.Unknown _ -> HttpStatus.NOT_FOUND;
            case TradeRefusal.AlreadyOrdered _, TradeRefusal.WrongState _, TradeRefusal.SecondOfficerNeeded _ ->
                HttpStatus.CONFLICT;
            case TradeRefusal.DocumentNotAsked _, TradeRefusal.ExceptionUnknown _ -> HttpStatus.NOT_FOUND;
            case TradeRefusal.ExceptionEnded _ -> HttpStatus.CONFLICT;
            case TradeRefusal.ClaimedByAnother _, TradeRefusal.DocumentProvidedAlready _ -> HttpStatus.CONFLICT;
            case TradeRefusal.NotOnOffer _, TradeRefusal.TermsChanged _ -> HttpStatus.CONFLICT;
            case TradeRefusal.TooManyOpen _, TradeRefusal.AnotherAnswer _ -> HttpStatus.CONFLICT;
            case TradeRefusal.OfferEnded _ -> HttpStatus.CONFLICT;
            case TradeRefusal.OwnProduct _, TradeRefusal.SeatNotServed _ -> HttpStatus.CONFLICT;
            case TradeRefusal.PurposeNotPermitted _, TradeRefusal.InsufficientFunds _ -> HttpStatus.CONFLICT;
            case TradeRefusal.NoChannel _ -> HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(ObligationRefusal refusal) {
        return switch (refusal) {
            case ObligationRefusal.Unknown _ -> HttpStatus.NOT_FOUND;
            case ObligationRefusal.WrongState _, ObligationRefusal.AnotherProof _ -> HttpStatus.CONFLICT;
            case ObligationRefusal.HoldsDelivery _ -> HttpStatus.CONFLICT;
            case ObligationRefusal.Recalled _, ObligationRefusal.NotYetKnown _ -> HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(RecallRefusal refusal) {
        return switch (refusal) {
            case RecallRefusal.Unknown _ -> HttpStatus.NOT_FOUND;
            case RecallRefusal.AlreadyFiled _, RecallRefusal.WrongState _ -> HttpStatus.CONFLICT;
            case RecallRefusal.PlanChanged _ -> HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(WatchRefusal refusal) {
        return switch (refusal) {
            case WatchRefusal.NotHeld _, WatchRefusal.NothingOpen _, WatchRefusal.AnswerChanged _ ->
                HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(DeliveryRefusal refusal) {
        return switch (refusal) {
            case ContentTooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
            case QuotaExceeded _ -> HttpStatus.CONFLICT;
            case NoSpace _ -> HttpStatus.INSUFFICIENT_STORAGE;
            case Truncated _, DigestMismatch _, UnsafeEntry _, TooManyEntries _, NotAnArchive _ ->
                HttpStatus.BAD_REQUEST;
            case ContentUnknown _ -> HttpStatus.CONFLICT;
            case LinkSpent _ -> HttpStatus.GONE;
            case TermEnded _, CopyDeleted _ -> HttpStatus.CONFLICT;
            case RangeNotSatisfiable _ -> HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE;
        };
    }

    private static HttpStatus status(OperationRefusal refusal) {
        return switch (refusal) {
            case OperationRefusal.Unknown _ -> HttpStatus.NOT_FOUND;
            case OperationRefusal.Behind _ -> HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(LogRefusal refusal) {
        return switch (refusal) {
            case LogRefusal.NotOurs _ -> HttpStatus.BAD_REQUEST;
            case LogRefusal.Fork _ -> HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(RuleBookRefusal refusal) {
        return switch (refusal) {
            case RuleBookRefusal.SecondPersonNeeded _, RuleBookRefusal.AlreadyInForce _, RuleBookRefusal.Superseded _ ->
                HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(RuleDraftRefusal refusal) {
        return switch (refusal) {
            case RuleDraftRefusal.Unknown _, RuleDraftRefusal.NotReplayed _ -> HttpStatus.NOT_FOUND;
            case RuleDraftRefusal.NotAnArchive _, RuleDraftRefusal.EntryRefused _, RuleDraftRefusal.NotText _ ->
                HttpStatus.BAD_REQUEST;
            case RuleDraftRefusal.TooLarge _ -> HttpStatus.CONTENT_TOO_LARGE;
            case RuleDraftRefusal.Faulty _, RuleDraftRefusal.ReplayRunning _ -> HttpStatus.CONFLICT;
            case RuleDraftRefusal.ChangedSinceReport _,
                    RuleDraftRefusal.NotTheNewestReport _,
                    RuleDraftRefusal.ReportBehind _ -> HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(MoneyRefusal refusal) {
        return switch (refusal) {
            case MoneyRefusal.BookingUnknown _ -> HttpStatus.NOT_FOUND;
            case InsufficientBalance _, BalanceTooLarge _, ReferenceUsed _ -> HttpStatus.CONFLICT;
            case MoneyRefusal.BookingChanged _, MoneyRefusal.BookingEnded _, MoneyRefusal.SecondOperatorNeeded _ ->
                HttpStatus.CONFLICT;
        };
    }

    private static HttpStatus status(AccountRefusal refusal) {
        return switch (refusal) {
            case AccountRefusal.Unknown _ -> HttpStatus.NOT_FOUND;
            case UsernameTaken _, AccountRefusal.Own _ -> HttpStatus.CONFLICT;
            case AccountRefusal.PersonTaken _, AccountRefusal.SecondPersonNeeded _ -> HttpStatus.CONFLICT;
            case SignInFailed _ -> HttpStatus.UNAUTHORIZED;
            case PasswordWrong _, PasswordInitial _, FormExpired _ -> HttpStatus.FORBIDDEN;
            case AccountRefusal.AwaitsConfirmation _ -> HttpStatus.FORBIDDEN;
            case SignInsBusy _ -> HttpStatus.SERVICE_UNAVAILABLE;
            case SignInsSlowed _ -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }
}
