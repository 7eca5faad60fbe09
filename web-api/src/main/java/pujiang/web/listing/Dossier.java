package pujiang.web.listing;

import java.util.List;
import org.springframework.stereotype.Component;
import pujiang.compliance.FactSheet;
import pujiang.product.RecipientStatement;
import pujiang.web.participant.ParticipantView;
import pujiang.web.product.ProductBoard;
import pujiang.web.product.ProductView;

/**
 * Gathers what is known when the law is asked. Each side speaks of itself only: {@code seller.*} comes from the vendor and
 * {@code buyer.*} from the buyer, whatever else their files hold, because most participants are both.
 */
@Component
public class Dossier {

    private static final List<String> SELLER = List.of("seller");
    private static final List<String> BUYER = List.of("buyer");

    private final ProductBoard products;

    Dossier(ProductBoard products) {
        this.products = products;
    }

    /** For a listing, where nobody is known yet who will buy. */
    public FactSheet of(ParticipantView vendor, ProductView product) {
        return product.facts().and(vendor.facts().only(SELLER));
    }

    /** For a trade. What the vendor states for this buyer holds over what it states for all. */
    public FactSheet of(ParticipantView vendor, ProductView product, ParticipantView buyer) {
        var forAll = of(vendor, product).and(buyer.facts().only(BUYER));
        return products.statement(product.id(), buyer.id())
                .map(RecipientStatement::facts)
                .map(forAll::and)
                .orElse(forAll);
    }
}
