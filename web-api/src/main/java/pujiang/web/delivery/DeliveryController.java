package pujiang.web.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import pujiang.participant.ParticipantId;
import pujiang.refusal.Refused;
import pujiang.trade.Content;
import pujiang.trade.TradeCommand.Deliver;
import pujiang.trade.TradeId;
import pujiang.web.command.Commands;
import pujiang.web.edition.Edition;
import pujiang.web.idempotency.Once;
import pujiang.web.participant.ParticipantBoard;
import pujiang.web.security.Caller;
import pujiang.web.security.Requires;
import pujiang.web.trade.TradeAccess;
import pujiang.web.trade.TradeBoard;
import pujiang.web.trade.TradeFile;
import pujiang.web.trade.TradeView;

/** How a vendor hands over what it has uploaded. */
@RestController
class DeliveryController {

    private final ContentBoard contents;
    private final ContentStore store;
    private final ParticipantBoard participants;
    private final TradeAccess access;
    private final TradeFile file;
    private final TradeBoard board;
    private final Commands commands;

    DeliveryController(
            ContentBoard contents,
            ContentStore store,
            ParticipantBoard participants,
            TradeAccess access,
            TradeFile file,
            TradeBoard board,
            Commands commands) {
        this.contents = contents;
        this.store = store;
        this.participants = participants;
        this.access = access;
        this.file = file;
        this.board = board;
        this.commands = commands;
    }

    /** @param mediaType what it is to the buyer; left out, what it was uploaded as */
    record Delivery(String sha256, @Nullable String mediaType) {}

    /** The law is asked once more; the answer is the trade with its decision, and a receipt where it was handed over. */
    @Requires("trade:deliver")
    @PostMapping("/api/v1/trades/{trade}/delivery")
    ResponseEntity<TradeView> deliver(
            @PathVariable TradeId trade, @RequestBody Delivery delivery, Caller caller, Once once) {
        return once.run(() -> {
            var agreement = access.asVendor(trade, caller).agreement();
            var content = uploaded(delivery, participants.acting(caller.own()).id());
            commands.send(new Deliver(trade, content, file.facts(agreement)), caller.username());
            var now = board.get(trade);
            return ResponseEntity.ok().eTag(new Edition(now.version()).tag()).body(now);
        });
    }

    private Content uploaded(Delivery delivery, ParticipantId vendor) {
        var sha256 = new DeclaredDigest(delivery.sha256()).sha256();
        var content = contents.find(sha256, vendor)
                .filter(_ -> store.holds(sha256))
                .orElseThrow(() -> new Refused(new ContentRefusal.Unknown(sha256)));
        var mediaType = delivery.mediaType();
        return mediaType == null
                ? content
                : new Content(sha256, content.sm3(), content.size(), ContentController.mediaType(mediaType));
    }
}
