package pujiang.web.trade;

import org.springframework.stereotype.Component;
import pujiang.compliance.FactSheet;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal;
import pujiang.product.ProductId;
import pujiang.product.ProductRefusal;
import pujiang.refusal.Refused;
import pujiang.trade.Agreement;
import pujiang.web.listing.Dossier;
import pujiang.web.participant.ParticipantBoard;
import pujiang.web.participant.ParticipantView;
import pujiang.web.product.ProductBoard;

/** What is known about the parties and the product of a trade, as things are now: consent and registers go stale. */
@Component
public class TradeFile {

    private final ParticipantBoard participants;
    private final ProductBoard products;
    private final Dossier dossier;

    TradeFile(ParticipantBoard participants, ProductBoard products, Dossier dossier) {
        this.participants = participants;
        this.products = products;
        this.dossier = dossier;
    }

    public FactSheet facts(Agreement agreement) {
        return facts(agreement, participant(agreement.vendor()), participant(agreement.buyer()));
    }

    FactSheet facts(Agreement agreement, ParticipantView vendor, ParticipantView buyer) {
        ProductId product = agreement.product();
        return dossier.of(
                vendor,
                products.find(product).orElseThrow(() -> new Refused(new ProductRefusal.Unknown(product))),
                buyer);
    }

    private ParticipantView participant(ParticipantId id) {
        return participants.find(id).orElseThrow(() -> new Refused(new ParticipantRefusal.Unknown(id)));
    }
}
