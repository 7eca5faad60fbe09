package pujiang.web.listing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.trade.TradeDesk;
import pujiang.web.participant.ParticipantView;
import pujiang.web.product.ProductBoard;
import pujiang.web.product.ProductView;

/**
 * Gathers what is known when the law is asked. Each side speaks of itself only: {@code seller.*} comes from the vendor and
 * {@code buyer.*} from the buyer, whatever else their files hold, because most participants are both.
 */
@Component
public class Dossier {

    /** With {@code export.splitting}, which is found of the vendor; nothing else of that group is in a file. */
    private static final List<String> SELLER = List.of("seller", "export");

    private static final List<String> BUYER = List.of("buyer");

    private final ProductBoard products;
    private final Clock clock;

    Dossier(ProductBoard products, Clock clock) {
        this.products = products;
        this.clock = clock;
    }

    /** For a listing, where nobody is known yet who will buy. */
    public FactSheet of(ParticipantView vendor, ProductView product) {
        return product.facts(today()).and(vendor.facts(today()).only(SELLER));
    }

    /** For a trade. What the vendor states for this buyer holds over what it states for all. */
    public FactSheet of(ParticipantView vendor, ProductView product, ParticipantView buyer) {
        var forAll = of(vendor, product).and(buyer.facts(today()).only(BUYER));
        return products.statement(product.id(), buyer.id())
                .map(stated -> stated.facts().from(FactSource.VENDOR))
                .map(forAll::and)
                .orElse(forAll);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(TradeDesk.SHANGHAI));
    }
}
