package pujiang.listing;

import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;

/** A product, its vendor, and the terms on which it is offered. */
public record Offer(ProductId product, ParticipantId vendor, Terms terms) {

    Offer on(Terms others) {
        return new Offer(product, vendor, others);
    }
}
