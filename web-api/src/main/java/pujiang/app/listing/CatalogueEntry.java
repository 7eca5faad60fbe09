package pujiang.app.listing;

import java.time.Instant;
import java.util.List;
import pujiang.listing.ListingId;

/**
 * A listing as the catalogue shows it.
 *
 * @param title of the product
 * @param vendorName the organisation behind the offer: all that others see of it
 */
public record CatalogueEntry(ListingView listing, String title, String vendorName, Instant listedAt) {

    /** Where the entry stands in a list: what a cursor holds. */
    Place place() {
        return new Place(listedAt, listing.id());
    }

    /** A place in the order of the catalogue. */
    public record Place(Instant listedAt, ListingId id) {

        List<String> parts() {
            return List.of(listedAt.toString(), id.value());
        }

        static Place of(List<String> parts) {
            return new Place(Instant.parse(parts.getFirst()), new ListingId(parts.getLast()));
        }
    }
}
