package pujiang.app.obligation;

import pujiang.participant.ParticipantId;
import pujiang.trade.TradeId;

/**
 * Whose decision has found a duty of the exchange. It is one duty, whoever finds it: what one of them finds no longer is owed
 * for the others' sake.
 */
record Finder(String name) {

    static Finder of(TradeId trade) {
        return new Finder("trade " + trade);
    }

    static Finder of(ParticipantId participant) {
        return new Finder("participant " + participant);
    }
}
