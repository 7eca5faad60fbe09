package pujiang.trade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import pujiang.delivery.Handover;
import pujiang.listing.ListingId;
import pujiang.listing.Purpose;
import pujiang.participant.Jurisdiction;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refusal;

/** The reasons for refusing a request about a trade, in order of precedence. */
public sealed interface TradeRefusal extends Refusal {

    /** The id is taken by an order with other content. */
    record AlreadyOrdered(TradeId trade) implements TradeRefusal {}

    record Unknown(TradeId trade) implements TradeRefusal {}

    /** The listing does not take orders now. */
    record NotOnOffer(ListingId listing) implements TradeRefusal {}

    /** The terms have changed since the buyer read them. */
    record TermsChanged(ListingId listing, int given, int current) implements TradeRefusal {}

    record OfferEnded(ListingId listing, LocalDate until) implements TradeRefusal {}

    record OwnProduct(ParticipantId participant) implements TradeRefusal {}

    record SeatNotServed(Jurisdiction seat, Set<Jurisdiction> served) implements TradeRefusal {}

    record PurposeNotPermitted(Purpose purpose, Set<Purpose> permitted) implements TradeRefusal {}

    /** The limit of this buyer's orders that wait for an officer at this listing is reached. */
    record TooManyOpen(ListingId listing, int most, List<TradeId> open) implements TradeRefusal {}

    record InsufficientFunds(Money price) implements TradeRefusal {}

    /** The state does not allow the action. */
    record WrongState(TradeId trade, TradeStatus state, String needed) implements TradeRefusal {}

    /** No delivery channel of the exchange serves this kind of handover. */
    record NoChannel(TradeId trade, Handover.Kind kind) implements TradeRefusal {}

    /** Another officer has claimed the review. */
    record ClaimedByAnother(TradeId trade, String officer, Instant until) implements TradeRefusal {}

    /** The decision that the officer has read is not, or no longer, the one under review. */
    record AnotherAnswer(TradeId trade, String read, String current) implements TradeRefusal {}

    /** No document with this number was requested from the party. */
    record DocumentNotAsked(TradeId trade, int number) implements TradeRefusal {}

    /** Another document was provided for the same request, or other facts with it. */
    record DocumentProvidedAlready(TradeId trade, int number) implements TradeRefusal {}

    /** No exception was granted by that event of the trade. */
    record ExceptionUnknown(TradeId trade, long exception) implements TradeRefusal {}

    /** Its last day has passed, so it cannot be revoked. */
    record ExceptionEnded(TradeId trade, LocalDate until) implements TradeRefusal {}

    /** This officer has already approved; another officer must. */
    record SecondOfficerNeeded(TradeId trade, String first) implements TradeRefusal {}
}
