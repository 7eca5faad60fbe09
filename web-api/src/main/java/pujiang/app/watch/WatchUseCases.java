package pujiang.app.watch;

import org.springframework.stereotype.Component;
import pujiang.app.command.Commands;
import pujiang.app.decision.DecisionView;
import pujiang.app.security.Caller;
import pujiang.app.trade.TradeAccess;
import pujiang.app.trade.TradeUseCases;
import pujiang.compliance.Clearance.Lifting;
import pujiang.refusal.Texts;
import pujiang.trade.TradeId;
import pujiang.watch.WatchCommand.Resolve;

/** Acts of officers on open post-trade findings, from a program or a page. */
@Component
public class WatchUseCases {

    private final TradeAccess access;
    private final Commands commands;

    WatchUseCases(TradeAccess access, Commands commands) {
        this.access = access;
        this.commands = commands;
    }

    /**
     * An officer's resolution of a decision.
     *
     * @param decision digest of the decision that was read
     * @param evidence where it can be seen
     */
    public record Resolving(String decision, String ground, String evidence) {

        public Resolving {
            DecisionView.mustBeDigest("decision", decision);
            Texts.check("ground", ground, TradeUseCases.LONGEST);
            Texts.check("evidence", evidence, TradeUseCases.LONGEST);
        }
    }

    /** Resolved. It reopens only if a later evaluation has a different result. */
    public void resolve(TradeId trade, Resolving found, Caller caller) {
        access.visible(trade, caller);
        var by = new Lifting(caller.username(), found.ground(), found.evidence());
        commands.send(new Resolve(trade, found.decision(), by), caller.username());
    }
}
