package pujiang.app.obligation;

import pujiang.participant.ParticipantId;
import pujiang.trade.TradeId;

/**
 * The source of a finding of an obligation of the exchange. Several sources may find one obligation. If one source no
 * longer finds it, it remains for the others.
 */
record Finder(String name) {

    static Finder of(TradeId trade) {
        return new Finder("trade " + trade);
    }

    static Finder of(ParticipantId participant) {
        return new Finder("participant " + participant);
    }
}
