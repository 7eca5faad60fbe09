package pujiang.app.product;

import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;

/** Receives a vendor's statements about its product for one buyer. */
public interface RecipientHearing {

    /** In the transaction of the statement. */
    void stated(ProductId product, ParticipantId recipient, String actor);
}
