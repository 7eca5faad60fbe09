package pujiang.listing;

import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;

/** A product, whose it is, and the terms on which it can be had. */
public record Offer(ProductId product, ParticipantId vendor, Terms terms) {

    Offer on(Terms others) {
        return new Offer(product, vendor, others);
    }
}
