package pujiang.web.product;

import org.springframework.stereotype.Component;
import pujiang.app.participant.ParticipantBoard;
import pujiang.app.product.ProductBoard;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;

/** Readable names of the things that trades identify by ids. */
@Component
public class DisplayNames {

    private final ParticipantBoard participants;
    private final ProductBoard products;

    DisplayNames(ParticipantBoard participants, ProductBoard products) {
        this.participants = participants;
        this.products = products;
    }

    public String of(ParticipantId participant) {
        return participants
                .find(participant)
                .map(found -> found.organisation().name())
                .orElse(participant.value());
    }

    public String of(ProductId product) {
        return products.find(product).map(found -> found.description().title()).orElse(product.value());
    }
}
