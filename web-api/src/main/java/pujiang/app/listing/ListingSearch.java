package pujiang.app.listing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.app.board.Columns;
import pujiang.app.board.Period;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductId;
import pujiang.refusal.Identifiers;

/**
 * Filters of a search for listings. A null filter does not narrow it.
 *
 * @param text in the title, in any case; no pattern
 * @param listed when
 */
public record ListingSearch(
        @Nullable String state,
        @Nullable ParticipantId vendor,
        @Nullable ProductId product,
        @Nullable String text,
        Period listed) {

    public ListingSearch {
        if (state != null) Identifiers.checkState("state", state);
    }

    static final ListingSearch EVERYTHING = new ListingSearch(null, null, null, null, Period.ALWAYS);

    /** Listings open to orders now. */
    public static ListingSearch published() {
        return new ListingSearch(ListingBoard.PUBLISHED, null, null, null, Period.ALWAYS);
    }

    /** Listings that wait for a compliance officer. */
    public static ListingSearch held() {
        return new ListingSearch(ListingBoard.HELD, null, null, null, Period.ALWAYS);
    }

    public ListingSearch of(ParticipantId someVendor) {
        return new ListingSearch(state, someVendor, product, text, listed);
    }

    public ListingSearch titled(String part) {
        return new ListingSearch(state, vendor, product, part, listed);
    }

    /** In that state, or if it is null in any. */
    ListingSearch in(@Nullable String otherState) {
        return new ListingSearch(otherState, vendor, product, text, listed);
    }

    String where(boolean continued) {
        var where = new StringBuilder("WHERE TRUE\n");
        if (state != null) where.append("AND l.state = :state\n");
        if (vendor != null) where.append("AND l.vendor = :vendor\n");
        if (product != null) where.append("AND l.product = :product\n");
        if (text != null) where.append("AND p.title LIKE :text ESCAPE '!'\n");
        where.append(listed.sql("l.listed_at")).append('\n');
        if (continued) where.append("AND (l.listed_at < :listedAt OR l.listed_at = :listedAt AND l.id < :id)\n");
        return where.toString();
    }

    Map<String, @Nullable Object> parameters(Columns columns) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("state", state);
        parameters.put("vendor", vendor == null ? null : vendor.value());
        parameters.put("product", product == null ? null : product.value());
        parameters.put("text", text == null ? null : "%" + text.replaceAll("[!%_]", "!$0") + "%");
        listed.parameters(parameters, columns);
        return parameters;
    }
}
