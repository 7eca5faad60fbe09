package pujiang.web.quote;

import pujiang.listing.ListingId;
import pujiang.trade.DeclaredUse;

/** A possible order of a buyer. */
public record QuoteRequest(ListingId listing, DeclaredUse use) {}
