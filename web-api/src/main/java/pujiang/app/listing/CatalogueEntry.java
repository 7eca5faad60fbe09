package pujiang.app.listing;

import java.time.Instant;
import java.util.List;
import pujiang.listing.ListingId;

/**
 * A listing as the catalogue shows it.
 *
 * @param title of the product
 * @param vendorName the organisation behind the offer, the only data of the vendor that others see
 */
public record CatalogueEntry(ListingView listing, String title, String vendorName, Instant listedAt) {

    /** The place of the entry in a list, as in a cursor. */
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
