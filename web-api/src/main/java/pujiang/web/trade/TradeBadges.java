package pujiang.web.trade;

import pujiang.app.trade.ExceptionView;
import pujiang.app.trade.TradeView;
import pujiang.trade.DocumentRequest;
import pujiang.trade.Risk;
import pujiang.trade.TradeStatus;
import pujiang.web.page.Badge;
import pujiang.web.page.Badges;

/** Badges of trades, their reviews and their exceptions. */
public final class TradeBadges {

    private static final Badges OUTCOMES =
            Badges.of("outcome.").bad("refused", "rejected", "rescinded").plain("cancelled", "lapsed");

    private TradeBadges() {}

    /** A trade that ended without success says how. */
    public static Badge of(TradeView trade) {
        var outcome = trade.outcome();
        return trade.state() == TradeStatus.TERMINATED && outcome != null ? OUTCOMES.badge(outcome) : of(trade.state());
    }

    static Badge of(TradeStatus status) {
        var text = "state." + status.word();
        return switch (status) {
            case REQUESTED, AGREED, DELIVERY_HELD, DELIVERED -> Badge.waits(text);
            case DISPUTED -> Badge.bad(text);
            case COMPLETED -> Badge.good(text);
            case TERMINATED -> Badge.plain(text);
        };
    }

    static Badge of(Risk.Level level) {
        var text = "risk." + level;
        return switch (level) {
            case SEVERE, HIGH -> Badge.bad(text);
            case RAISED -> Badge.waits(text);
            case ORDINARY -> Badge.plain(text);
        };
    }

    static Badge of(ExceptionView.State state) {
        var text = "exception." + state;
        return switch (state) {
            case REVOKED -> Badge.bad(text);
            case ENDED, NOT_NEEDED -> Badge.plain(text);
            case EXPIRING -> Badge.waits(text);
            case IN_FORCE -> Badge.good(text);
        };
    }

    static Badge of(DocumentRequest.Status status) {
        var text = "paper." + status;
        return switch (status) {
            case OPEN -> Badge.waits(text);
            case PROVIDED -> Badge.good(text);
            case WITHDRAWN, CLOSED -> Badge.plain(text);
        };
    }
}
