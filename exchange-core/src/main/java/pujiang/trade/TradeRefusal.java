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

/** Why a request about a trade is turned away, in order of precedence. */
public sealed interface TradeRefusal extends Refusal {

    /** The id is taken by an order with other content. */
    record AlreadyOrdered(TradeId trade) implements TradeRefusal {}

    record Unknown(TradeId trade) implements TradeRefusal {}

    /** The listing takes no orders now. */
    record NotOnOffer(ListingId listing) implements TradeRefusal {}

    /** The terms have changed since the buyer read them. */
    record TermsChanged(ListingId listing, int given, int current) implements TradeRefusal {}

    record OfferEnded(ListingId listing, LocalDate until) implements TradeRefusal {}

    record OwnProduct(ParticipantId participant) implements TradeRefusal {}

    record SeatNotServed(Jurisdiction seat, Set<Jurisdiction> served) implements TradeRefusal {}

    record PurposeNotPermitted(Purpose purpose, Set<Purpose> permitted) implements TradeRefusal {}

    /** As many orders of this buyer for this listing as may do so already wait for an officer. */
    record TooManyOpen(ListingId listing, int most, List<TradeId> open) implements TradeRefusal {}

    record InsufficientFunds(Money price) implements TradeRefusal {}

    /** The state does not allow the action. */
    record WrongState(TradeId trade, TradeStatus state, String needed) implements TradeRefusal {}

    /** No delivery channel of the exchange serves this kind of handover. */
    record NoChannel(TradeId trade, Handover.Kind kind) implements TradeRefusal {}

    /** Another officer works on the review. */
    record ClaimedByAnother(TradeId trade, String officer, Instant until) implements TradeRefusal {}

    /** The answer that the officer has read is not, or no longer, the one that lies before the officers. */
    record AnotherAnswer(TradeId trade, String read, String current) implements TradeRefusal {}

    /** The party was asked for no document of this number. */
    record DocumentNotAsked(TradeId trade, int number) implements TradeRefusal {}

    /** Another document was provided for the same request, or other facts with it. */
    record DocumentProvidedAlready(TradeId trade, int number) implements TradeRefusal {}

    /** No exception was granted by that event of the trade. */
    record ExceptionUnknown(TradeId trade, long exception) implements TradeRefusal {}

    /** Its last day has passed, so there is nothing to take back. */
    record ExceptionEnded(TradeId trade, LocalDate until) implements TradeRefusal {}

    /** The officer has looked already, and another one must. */
    record SecondOfficerNeeded(TradeId trade, String first) implements TradeRefusal {}
}
