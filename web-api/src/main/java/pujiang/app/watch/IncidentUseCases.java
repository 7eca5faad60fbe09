package pujiang.app.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.security.Caller;
import pujiang.app.trade.CurrentTradeFacts;
import pujiang.app.trade.TradeAccess;
import pujiang.app.trade.TradeHistory;
import pujiang.app.trade.TradeUseCases;
import pujiang.app.trade.TradeView;
import pujiang.compliance.FactSource;
import pujiang.compliance.IncidentFacts.Level;
import pujiang.refusal.Refused;
import pujiang.refusal.Texts;
import pujiang.trade.TradeId;
import pujiang.watch.IncidentReport;
import pujiang.watch.WatchCommand.ChangePurpose;
import pujiang.watch.WatchCommand.ReportIncident;
import pujiang.watch.WatchRefusal.NotHeld;

/** Reports on a trade whose data is held, from a program or a page; the rules are evaluated again at once. */
@Component
public class IncidentUseCases {

    private final TradeAccess access;
    private final TradeHistory history;
    private final CurrentTradeFacts file;
    private final Possession possession;
    private final Commands commands;

    IncidentUseCases(
            TradeAccess access,
            TradeHistory history,
            CurrentTradeFacts file,
            Possession possession,
            Commands commands) {
        this.access = access;
        this.history = history;
        this.file = file;
        this.possession = possession;
        this.commands = commands;
    }

    /**
     * The current state of a security incident.
     *
     * @param piLeak whether personal information leaked, was altered or lost, or may have been; null while unknown
     * @param level null while it is not graded
     * @param since when it has been known; neither in the future nor before the delivery
     * @param reported to the authority
     * @param subjectsNotified whether the persons were informed, or lawfully need not be
     */
    public record Reporting(
            String what,
            @Nullable Boolean piLeak,
            @Nullable Level level,
            Instant since,
            boolean reported,
            boolean subjectsNotified) {

        public Reporting {
            Texts.check("what", what, TradeUseCases.LONGEST);
        }

        private IncidentReport by(FactSource side) {
            return new IncidentReport(side, what, piLeak, level, since, reported, subjectsNotified);
        }
    }

    /** The buyer's current purpose or method of use; at most 2,000 characters. */
    public record NewPurpose(String purpose) {

        public NewPurpose {
            Texts.check("purpose", purpose, TradeUseCases.LONGEST);
        }
    }

    /** By either party, of its own side, or by the operator. */
    public void report(TradeId id, Reporting said, Caller caller) {
        var trade = access.visible(id, caller);
        var delivered = deliveryOfWhatIsHeld(id);
        var known = file.facts(trade.agreement());
        var report = said.by(side(trade, caller));
        commands.send(new ReportIncident(id, trade.agreement(), known, delivered, report), caller.username());
    }

    /** By the buyer. */
    public void change(TradeId id, NewPurpose said, Caller caller) {
        access.buyerOnly(id, caller);
        var agreement = access.visible(id, caller).agreement();
        var _ = deliveryOfWhatIsHeld(id);
        commands.send(new ChangePurpose(id, agreement, file.facts(agreement), said.purpose()), caller.username());
    }

    private Instant deliveryOfWhatIsHeld(TradeId trade) {
        return history.delivered(trade)
                .filter(_ -> possession.isWatched(trade))
                .orElseThrow(() -> new Refused(new NotHeld(trade)));
    }

    private static FactSource side(TradeView trade, Caller caller) {
        if (caller.staff()) return FactSource.EXCHANGE;
        return trade.isVendor(caller.own()) ? FactSource.VENDOR : FactSource.BUYER;
    }
}
