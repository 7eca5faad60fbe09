package pujiang.app.delivery;

import java.time.LocalDate;
import pujiang.obligation.ObligationId;
import pujiang.refusal.Refusal;
import pujiang.trade.TradeId;

/** Reasons to refuse an upload or a download, in order of precedence. */
public sealed interface DeliveryRefusal extends Refusal {

    record ContentTooLarge(long most) implements DeliveryRefusal {}

    /** The participant has as much here as it may have. */
    record QuotaExceeded(long most) implements DeliveryRefusal {}

    /** The disk has no room. */
    record NoSpace(long bytes) implements DeliveryRefusal {}

    /** Fewer bytes came than were announced. */
    record Truncated(long announced, long received) implements DeliveryRefusal {}

    /** The bytes are not those that the digest names. */
    record DigestMismatch(String declared, String actual) implements DeliveryRefusal {}

    /** An entry of the archive would be unpacked elsewhere, or at an unknown place. */
    record UnsafeEntry(String entry) implements DeliveryRefusal {}

    record TooManyEntries(long entries, long most) implements DeliveryRefusal {}

    /** It is declared as a ZIP, or some program would take it for one, and it cannot be read as one in one way only. */
    record NotAnArchive() implements DeliveryRefusal {}

    /** The vendor has not uploaded these bytes. */
    record ContentUnknown(String sha256) implements DeliveryRefusal {}

    /** The link was used to the end, or its time is over. */
    record LinkSpent() implements DeliveryRefusal {}

    /** The agreed term has ended, and with it what permitted a fetch. */
    record TermEnded(TradeId trade, LocalDate lastDay) implements DeliveryRefusal {}

    /** The buyer has shown that its copy is deleted; it takes no other. */
    record CopyDeleted(TradeId trade, ObligationId obligation) implements DeliveryRefusal {}

    record RangeNotSatisfiable(long size) implements DeliveryRefusal {}
}
