package pujiang.app.delivery;

import java.time.LocalDate;
import pujiang.obligation.ObligationId;
import pujiang.refusal.Refusal;
import pujiang.trade.TradeId;

/** Why a file is not taken or not handed out, in order of precedence. */
public sealed interface DeliveryRefusal extends Refusal {

    record ContentTooLarge(long most) implements DeliveryRefusal {
        @Override
        public String code() {
            return "content.too-large";
        }
    }

    /** The participant has as much here as it may have. */
    record QuotaExceeded(long most) implements DeliveryRefusal {
        @Override
        public String code() {
            return "content.quota-exceeded";
        }
    }

    /** The disk has no room. */
    record NoSpace(long bytes) implements DeliveryRefusal {
        @Override
        public String code() {
            return "content.no-space";
        }

        @Override
        public boolean mayPassLater() {
            return true;
        }
    }

    /** Fewer bytes came than were announced. */
    record Truncated(long announced, long received) implements DeliveryRefusal {
        @Override
        public String code() {
            return "content.truncated";
        }

        @Override
        public boolean mayPassLater() {
            return true;
        }
    }

    /** The bytes are not those that the digest names. */
    record DigestMismatch(String declared, String actual) implements DeliveryRefusal {
        @Override
        public String code() {
            return "content.digest-mismatch";
        }
    }

    /** An entry of the archive would be unpacked somewhere else, or nobody can say where. */
    record UnsafeEntry(String entry) implements DeliveryRefusal {
        @Override
        public String code() {
            return "content.unsafe-entry";
        }
    }

    record TooManyEntries(long entries, long most) implements DeliveryRefusal {
        @Override
        public String code() {
            return "content.too-many-entries";
        }
    }

    /** It is declared as a ZIP, or some program would take it for one, and it cannot be read as one in one way only. */
    record NotAnArchive() implements DeliveryRefusal {
        @Override
        public String code() {
            return "content.not-an-archive";
        }
    }

    /** The vendor has not uploaded these bytes. */
    record ContentUnknown(String sha256) implements DeliveryRefusal {
        @Override
        public String code() {
            return "content.unknown";
        }
    }

    /** The link was used to the end, or its time is over. */
    record LinkSpent() implements DeliveryRefusal {
        @Override
        public String code() {
            return "download.link-spent";
        }
    }

    /** The agreed term has ended, and with it what permitted a fetch. */
    record TermEnded(TradeId trade, LocalDate lastDay) implements DeliveryRefusal {
        @Override
        public String code() {
            return "download.term-ended";
        }
    }

    /** The buyer has shown that its copy is deleted; it takes no other. */
    record CopyDeleted(TradeId trade, ObligationId obligation) implements DeliveryRefusal {
        @Override
        public String code() {
            return "download.copy-deleted";
        }
    }

    record RangeNotSatisfiable(long size) implements DeliveryRefusal {
        @Override
        public String code() {
            return "download.range-not-satisfiable";
        }
    }

    @Override
    default boolean mayPassLater() {
        return false;
    }
}
