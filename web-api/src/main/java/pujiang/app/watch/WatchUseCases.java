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

/** What officers do about what the law has left open after a trade, from a program or a page. */
@Component
public class WatchUseCases {

    private final TradeAccess access;
    private final Commands commands;

    WatchUseCases(TradeAccess access, Commands commands) {
        this.access = access;
        this.commands = commands;
    }

    /**
     * What an officer says about an answer.
     *
     * @param decision digest of the answer that was read
     * @param evidence where it can be seen
     */
    public record Resolving(String decision, String ground, String evidence) {

        public Resolving {
            DecisionView.mustBeDigest("decision", decision);
            Texts.check("ground", ground, TradeUseCases.LONGEST);
            Texts.check("evidence", evidence, TradeUseCases.LONGEST);
        }
    }

    /** It waits for nobody any more, until the law says something else. */
    public void resolve(TradeId trade, Resolving found, Caller caller) {
        access.visible(trade, caller);
        var by = new Lifting(caller.username(), found.ground(), found.evidence());
        commands.send(new Resolve(trade, found.decision(), by), caller.username());
    }
}
