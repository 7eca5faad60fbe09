package pujiang.app.listing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import pujiang.app.participant.ParticipantView;
import pujiang.app.product.ProductView;
import pujiang.calendar.Shanghai;
import pujiang.compliance.FactSheet;
import pujiang.compliance.FactSource;
import pujiang.product.RecipientStatement;

/**
 * Collects the known facts for an evaluation. Each side states facts about itself only: {@code seller.*} comes from the
 * vendor and {@code buyer.*} from the buyer, whatever else their files contain, because most participants are both.
 */
@Component
public class KnownFacts {

    /** With {@code export.splitting}, which is found for the vendor; no other fact of that group is in a file. */
    private static final List<String> SELLER = List.of("seller", "export");

    private static final List<String> BUYER = List.of("buyer");

    private final Clock clock;

    KnownFacts(Clock clock) {
        this.clock = clock;
    }

    /** For a listing, whose buyer is unknown yet. */
    public FactSheet of(ParticipantView vendor, ProductView product) {
        return offered(vendor.facts(today()), product.facts(today()));
    }

    /** Joins what the files say of what is offered. */
    public static FactSheet offered(FactSheet vendor, FactSheet product) {
        return product.and(vendor.only(SELLER));
    }

    /** For a trade. What the vendor has stated for this buyer, if anything, holds over what it states for all. */
    public FactSheet of(
            ParticipantView vendor, ProductView product, ParticipantView buyer, @Nullable RecipientStatement forBuyer) {
        var stated = forBuyer == null ? FactSheet.empty() : forBuyer.facts().from(FactSource.VENDOR);
        var today = today();
        return together(vendor.facts(today), product.facts(today).and(stated), buyer.facts(today));
    }

    /** Joins what the files say. What the vendor states of the product for one buyer holds over what it states of itself. */
    public static FactSheet together(FactSheet vendor, FactSheet product, FactSheet buyer) {
        return vendor.only(SELLER).and(product).and(buyer.only(BUYER));
    }

    private LocalDate today() {
        return Shanghai.today(clock);
    }
}
