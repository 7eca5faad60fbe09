package pujiang.web.delivery;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.trade.Content;
import pujiang.trade.TradeCommand.Collect;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.WrongState;
import pujiang.web.command.Commands;
import pujiang.web.delivery.ContentRefusal.LinkExpired;
import pujiang.web.delivery.ContentRefusal.LinkSpent;
import pujiang.web.delivery.DownloadLinks.Link;
import pujiang.web.problem.RequestRefusal.NotFound;
import pujiang.web.trade.TradeBoard;
import pujiang.web.trade.TradeView;
import pujiang.web.wiring.FreshIds;

/**
 * Makes links and opens them. A link belongs to one buyer, must be used soon, and ends when every byte was served; until
 * then a download that broke off can be resumed.
 */
@Component
class Downloads {

    private static final Set<String> FETCHABLE = Set.of("delivered", "disputed", "completed");

    private final DownloadLinks links;
    private final TradeBoard trades;
    private final Commands commands;
    private final DeliverySettings settings;
    private final FreshIds ids;
    private final SecureRandom random;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Downloads(
            DownloadLinks links,
            TradeBoard trades,
            Commands commands,
            DeliverySettings settings,
            FreshIds ids,
            SecureRandom random,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.trades = trades;
        this.commands = commands;
        this.settings = settings;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A new link, with its secret for the only time. */
    record Ticket(String url, Instant expires) {

        /** A secret is not for logs. */
        @Override
        public String toString() {
            return "Ticket[" + expires + "]";
        }
    }

    Ticket issue(TradeView trade) {
        fetchable(trade);
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var expires = clock.instant().plus(settings.start());
        var buyer = trade.agreement().buyer();
        links.insert(token, new Link(ids.next().toString(), trade.id(), buyer, expires, null, 0, null));
        return new Ticket("/api/v1/downloads/" + token, expires);
    }

    /** What a link leads to. */
    record Opened(TradeId trade, Link link, Content content) {}

    /** Looks, and changes nothing. */
    Opened look(String token, ParticipantId buyer) {
        var link = links.find(token)
                .filter(found -> found.buyer().equals(buyer))
                .orElseThrow(() -> new Refused(new NotFound("/api/v1/downloads")));
        if (link.spent() != null) throw new Refused(new LinkSpent());
        if (!clock.instant().isBefore(link.expires())) throw new Refused(new LinkExpired());
        return new Opened(link.trade(), link, fetchable(trades.get(link.trade())));
    }

    /** The first use goes into the trade's history, in the transaction that marks the link. */
    void use(String token, Opened opened, String actor) {
        if (opened.link().used() != null) return;
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            if (!links.use(token, now, now.plus(settings.resume()))) return;
            commands.send(new Collect(opened.trade(), opened.link().id()), actor);
        });
    }

    void served(String token, long from, long to, long size) {
        links.served(token, from, to, size, clock.instant());
    }

    private static Content fetchable(TradeView trade) {
        var content = trade.content();
        if (content == null || !FETCHABLE.contains(trade.state())) {
            throw new Refused(new WrongState(trade.id(), trade.state(), "delivered"));
        }
        return content;
    }
}
