package pujiang.app.product;

import java.time.Instant;
import pujiang.participant.ParticipantId;
import pujiang.product.RecipientStatement;

/** The vendor's statements about providing a product to one buyer. */
public record RecipientView(ParticipantId recipient, RecipientStatement statement, Instant since) {}
