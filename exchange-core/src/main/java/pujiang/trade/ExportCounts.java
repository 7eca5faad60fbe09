package pujiang.trade;

import java.time.Year;
import pujiang.participant.ParticipantId;

/**
 * The persons whose data each exporter has sent abroad since 1 January (CBDF arts. 5, 7, 8). A trade adds its share
 * when it is agreed; an order alone adds nothing. A query locks the exporter's count until its database transaction
 * ends, so two trades that only together cross a threshold are never both counted below it.
 *
 * <p>Persons are added up over trades, not identified: the same person in two products counts twice (catalogue, A5).
 */
public interface ExportCounts {

    /** The exporter's counts including this trade once, however often it is queried; nothing is added. */
    Counted including(TradeId trade, ParticipantId exporter, Year year, ExportShare share);

    /** The trade is agreed, or its data leaves: its share counts in that year only. */
    void take(TradeId trade, ParticipantId exporter, Year year, ExportShare share);

    /** The result of {@link #including} for a trade of this size, without a lock. */
    Counted preview(ParticipantId exporter, Year year, ExportShare share);

    /** The trade will not be delivered; its share is subtracted. */
    void release(TradeId trade);

    /** Persons since 1 January, this trade included; data without and with sensitive personal information. */
    record Counted(long nonSensitive, long sensitive) {}
}
