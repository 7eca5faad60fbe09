package pujiang.trade;

import java.time.Year;
import pujiang.participant.ParticipantId;

/**
 * How many persons' data each exporter has sent abroad since 1 January (CBDF arts. 5, 7, 8). A trade takes its share when it
 * binds: what is ordered and not agreed leaves nothing behind. Whoever asks keeps the exporter's count locked until its
 * database transaction ends: two trades that only together cross a threshold never both pass below it.
 *
 * <p>Persons are added up over trades, not told apart: the same person in two products counts twice (catalogue, A5).
 */
public interface ExportCounts {

    /** The exporter's counts with this trade in them, however often it is asked; nothing is taken. */
    Counted including(TradeId trade, ParticipantId exporter, Year year, ExportShare share);

    /** The trade binds, or its data leaves: its share counts in that year, and in no other. */
    void take(TradeId trade, ParticipantId exporter, Year year, ExportShare share);

    /** What {@link #including} would answer for a trade of this size; nothing is locked. */
    Counted preview(ParticipantId exporter, Year year, ExportShare share);

    /** The trade will not be delivered; its share is given back. */
    void release(TradeId trade);

    /** Persons since 1 January, this trade included; data without and with sensitive personal information. */
    record Counted(long nonSensitive, long sensitive) {}
}
