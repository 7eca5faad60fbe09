package pujiang.app.delivery;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;
import pujiang.app.command.Commands;
import pujiang.app.command.Transactions;
import pujiang.app.delivery.DeliveryRefusal.LinkSpent;
import pujiang.app.delivery.DownloadBoard.Link;
import pujiang.app.product.ProductBoard;
import pujiang.app.request.Address;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.security.Caller;
import pujiang.app.trade.CurrentTradeFacts;
import pujiang.app.trade.TradeBoard;
import pujiang.delivery.Content;
import pujiang.digest.Sha256;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.trade.TradeCommand.Collect;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal.Unknown;

/** Gives a buyer a link, and lets the same buyer use it. */
@Component
public class Downloads {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    private static final int TOKEN_BYTES = 32;

    private final DownloadBoard links;
    private final ClosingResponses closingResponses;
    private final TradeBoard trades;
    private final ProductBoard products;
    private final CurrentTradeFacts file;
    private final Commands commands;
    private final Transactions transactions;
    private final Clock clock;
    private final SecureRandom random;
    private final Duration beginWithin;
    private final Duration finishWithin;

    Downloads(
            DownloadBoard links,
            ClosingResponses closingResponses,
            TradeBoard trades,
            ProductBoard products,
            CurrentTradeFacts file,
            Commands commands,
            Transactions transactions,
            Clock clock,
            SecureRandom random,
            @Value("${pujiang.download.begin-within}") Duration beginWithin,
            @Value("${pujiang.download.finish-within}") Duration finishWithin) {
        this.links = links;
        this.closingResponses = closingResponses;
        this.trades = trades;
        this.products = products;
        this.file = file;
        this.commands = commands;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
        this.beginWithin = beginWithin;
        this.finishWithin = finishWithin;
    }

    /** INVARIANT: only a delivered trade has a link, and a trade is delivered by its receipt. */
    @Transactional
    public DownloadLink link(TradeId trade, ParticipantId buyer) {
        var _ = links.handedOver(trade)
                .filter(found -> found.buyer().equals(buyer))
                .orElseThrow(() -> new Refused(new Unknown(trade)))
                .fetchable(clock.instant());
        file.mustNotBeStopped(trades.get(trade).agreement());
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var beginBy = now.plus(beginWithin);
        links.insert(hash(token), trade, buyer, beginBy, now.plus(finishWithin));
        return new DownloadLink(Address.of("/api/v1/downloads").step(token).toString(), beginBy);
    }

    /** The target of the link. */
    public Found look(String token, Caller caller) {
        closingResponses.await(token);
        var file = usable(token, caller).leadsTo();
        return new Found(token, file.trade(), file.fetchable(clock.instant()));
    }

    /** The name of the file: from the vendor, or the title of the product. */
    public FileName name(Found found) {
        var trade = trades.get(found.trade());
        if (trade.fileName() != null) return FileName.named(trade.id().value(), trade.fileName());
        var product = trade.agreement().product();
        var title = products.find(product).map(bought -> bought.description().title());
        return FileName.of(
                found.trade().value(),
                title.orElse(product.value()),
                found.content().mediaType());
    }

    /** Whether the buyer could have a link now. */
    public boolean isFetchable(TradeId trade) {
        return links.handedOver(trade)
                .filter(found -> found.objection(clock.instant()).isEmpty())
                .isPresent();
    }

    /**
     * The first use is part of the trade's history. INVARIANT: called before every byte that goes out, for the first
     * use as for a resumed download; a link ends with its permission.
     */
    public void begin(Found found, Caller caller) {
        var hash = hash(found.token());
        transactions.run(() -> {
            var _ = links.heldStill(found.trade()).orElseThrow().fetchable(clock.instant());
            file.mustNotBeStopped(trades.get(found.trade()).agreement());
            if (!links.use(hash, clock.instant())) return;
            commands.send(new Collect(found.trade(), HexFormat.of().formatHex(hash, 0, 8)), caller.username());
        });
    }

    /**
     * The last bytes of a response are about to go out.
     *
     * @return receives whether the reader has read all bytes
     */
    public Consumer<Boolean> parting(Found found, ByteSpan span) {
        var parting = closingResponses.begin(found.token());
        return withAll -> {
            try {
                if (withAll) arrived(found, span);
            } catch (DataAccessException | TransactionException lost) {
                LOG.warn("Failed to record downloaded bytes of trade {}: {}", found.trade(), lost.getMessage());
            } finally {
                parting.complete(null);
            }
        };
    }

    /** A link is spent when every byte has arrived, in whichever order. */
    private void arrived(Found found, ByteSpan span) {
        var hash = hash(found.token());
        transactions.run(() -> {
            var sentRanges = links.sent(hash).with(span.start(), span.end());
            links.note(hash, sentRanges);
            if (sentRanges.isAll(found.content().size())) links.spend(hash, clock.instant());
        });
    }

    private Link usable(String token, Caller caller) {
        var link = links.find(hash(token))
                .filter(found -> caller.actsFor(found.leadsTo().buyer()))
                .orElseThrow(() -> new Refused(new NotFound("/api/v1/downloads")));
        if (!link.openAt(clock.instant())) throw new Refused(new LinkSpent());
        return link;
    }

    private static byte[] hash(String token) {
        return new Sha256().add(token).bytes();
    }

    /** A link that may be used, and what it leads to. */
    public record Found(String token, TradeId trade, Content content) {}

    /** @param expires until when the download must have begun */
    public record DownloadLink(String url, Instant expires) {}
}
