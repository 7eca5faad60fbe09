package pujiang.web.quote;

import pujiang.listing.ListingId;
import pujiang.trade.DeclaredUse;

/** What a buyer thinks of ordering. */
public record QuoteRequest(ListingId listing, DeclaredUse use) {}
