package pujiang.trade;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;
import pujiang.delivery.Handover;
import pujiang.listing.ListingId;
import pujiang.listing.Purpose;
import pujiang.participant.ParticipantId;
import pujiang.participant.Seat;
import pujiang.refusal.Refusal;

/** Why a request about a trade is turned away, in order of precedence. */
public sealed interface TradeRefusal extends Refusal {

    /** The id is taken by an order with other content. */
    record AlreadyOrdered(TradeId trade) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.already-ordered";
        }
    }

    record Unknown(TradeId trade) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.unknown";
        }
    }

    /** The listing takes no orders now. */
    record NotOnOffer(ListingId listing) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.not-on-offer";
        }

        @Override
        public boolean mayPassLater() {
            return true;
        }
    }

    /** The terms have changed since the buyer read them. */
    record TermsChanged(ListingId listing, int given, int current) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.terms-changed";
        }
    }

    record OfferEnded(ListingId listing, LocalDate until) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.offer-ended";
        }
    }

    record OwnProduct(ParticipantId participant) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.own-product";
        }
    }

    record SeatNotServed(Seat seat, Set<Seat> served) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.seat-not-served";
        }
    }

    record PurposeNotPermitted(Purpose purpose, Set<Purpose> permitted) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.purpose-not-permitted";
        }
    }

    /** As many orders of this buyer for this listing as may do so already wait for an officer. */
    record TooManyOpen(ListingId listing, int most, List<TradeId> open) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.too-many-open";
        }

        @Override
        public boolean mayPassLater() {
            return true;
        }
    }

    record InsufficientFunds(Money price) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.insufficient-funds";
        }

        @Override
        public boolean mayPassLater() {
            return true;
        }
    }

    /** The state does not allow the action. */
    record WrongState(TradeId trade, TradeStatus state, String needed) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.wrong-state";
        }
    }

    /** No delivery channel of the exchange serves this kind of handover. */
    record NoChannel(TradeId trade, Handover.Kind kind) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.no-channel";
        }
    }

    /** Another officer works on the review. */
    record ClaimedByAnother(TradeId trade, String officer, Instant until) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.claimed-by-another";
        }

        @Override
        public boolean mayPassLater() {
            return true;
        }
    }

    /** The answer that the officer has read is not, or no longer, the one that lies before the officers. */
    record AnotherAnswer(TradeId trade, String read, String current) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.another-answer";
        }
    }

    /** The party was asked for no document of this number. */
    record DocumentNotAsked(TradeId trade, int number) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.document-not-asked";
        }
    }

    /** Another document was provided for the same request, or other facts with it. */
    record DocumentProvidedAlready(TradeId trade, int number) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.document-provided-already";
        }
    }

    /** No exception was granted by that event of the trade. */
    record ExceptionUnknown(TradeId trade, long exception) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.exception-unknown";
        }
    }

    /** Its last day has passed, so there is nothing to take back. */
    record ExceptionEnded(TradeId trade, LocalDate until) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.exception-ended";
        }
    }

    /** The officer has looked already, and another one must. */
    record SecondOfficerNeeded(TradeId trade, String first) implements TradeRefusal {
        @Override
        public String code() {
            return "trade.second-officer-needed";
        }

        @Override
        public boolean mayPassLater() {
            return true;
        }
    }

    @Override
    default boolean mayPassLater() {
        return false;
    }
}
