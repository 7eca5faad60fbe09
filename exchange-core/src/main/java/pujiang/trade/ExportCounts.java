package pujiang.trade;

import java.time.Year;
import pujiang.participant.ParticipantId;

/**
 * How many persons' data each exporter has sent abroad since 1 January (CBDF arts. 5, 7, 8). A trade's share is held
 * from the order on, and the exporter's count stays locked until the caller's database transaction ends: two trades that
 * only together cross a threshold never both see the lower count.
 *
 * <p>Persons are added up over trades, not told apart: the same person in two products counts twice (catalogue, A5).
 */
public interface ExportCounts {

    /** The exporter's counts with this trade in them, however often it is asked. */
    Counted including(TradeId trade, ParticipantId exporter, Year year, ExportShare share);

    /** What {@link #including} would answer for a trade of this size; nothing is held. */
    Counted preview(ParticipantId exporter, Year year, ExportShare share);

    /** The trade will not be delivered; its share is given back. */
    void release(TradeId trade);

    /** Persons since 1 January, this trade included; data without and with sensitive personal information. */
    record Counted(long nonSensitive, long sensitive) {}
}
