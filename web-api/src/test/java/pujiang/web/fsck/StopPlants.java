package pujiang.web.fsck;

import static pujiang.web.fsck.Plants.plant;

import java.util.List;
import pujiang.web.fsck.Plants.Plant;

/** Damage to what stands on a thing, and to what it inherits. */
public final class StopPlants {

    private static final String INVENTED =
            "'[{\"author\":\"OPERATOR\",\"ground\":\"OPERATOR_ORDER\",\"cause\":null,\"by\":\"x\",\"reason\":\"y\","
                    + "\"since\":\"2026-01-01T00:00:00Z\"}]'";

    public static final List<Plant> ALL = List.of(
            plant(
                    "a listing's stop is gone",
                    "listings",
                    "Listing {stopped-listing}",
                    "what stands on it is none and should be OWN_PAUSE",
                    "UPDATE listing_board SET stops = NULL WHERE id = '{stopped-listing}'"),
            plant(
                    "a listing's stop is another author's",
                    "listings",
                    "Listing {stopped-listing}",
                    "what stands on it is OPERATOR_ORDER",
                    "UPDATE listing_board SET stops = REPLACE(REPLACE(stops, 'VENDOR', 'OPERATOR'), 'OWN_PAUSE',"
                            + " 'OPERATOR_ORDER') WHERE id = '{stopped-listing}'"),
            plant(
                    "a stop stands on a listing that nobody has set",
                    "listings",
                    "Listing {listing}",
                    "what stands on it is OPERATOR_ORDER – by x (y) and should be none",
                    "UPDATE listing_board SET stops = " + INVENTED + " WHERE id = '{listing}'"),
            plant(
                    "a listing's stop cannot be read",
                    "listings",
                    "Listing {stopped-listing}",
                    "it could not be examined",
                    "UPDATE listing_board SET stops = '[{' WHERE id = '{stopped-listing}'"),
            plant(
                    "a product's stop is gone",
                    "products",
                    "Product {stopped-product}",
                    "what stands on it is none and should be OPERATOR_ORDER",
                    "UPDATE product_board SET stops = NULL WHERE id = '{stopped-product}'"),
            plant(
                    "a product's stop has another reason",
                    "products",
                    "Product {stopped-product}",
                    "(no reason)",
                    "UPDATE product_board SET stops = REPLACE(stops, 'under inquiry', 'no reason')"
                            + " WHERE id = '{stopped-product}'"),
            plant(
                    "a participant's stop is gone",
                    "participants",
                    "Participant {stopped-party}",
                    "what stands on it is none and should be OPERATOR_ORDER",
                    "UPDATE participant_board SET stops = NULL WHERE id = '{stopped-party}'"),
            plant(
                    "a participant's stop was set at another time",
                    "participants",
                    "Participant {stopped-party}",
                    "what stands on it",
                    "UPDATE participant_board SET stops = REPLACE(stops, '\"since\":\"2', '\"since\":\"1')"
                            + " WHERE id = '{stopped-party}'"),
            plant(
                    "what a product inherits is gone",
                    "inherited",
                    "Product {derived}",
                    "what it inherits from {stopped-product} is none and should be OPERATOR_ORDER",
                    "UPDATE product_board SET inherited = NULL WHERE id = '{derived}'"),
            plant(
                    "a product inherits what stands nowhere",
                    "inherited",
                    "Product {product}",
                    "what it inherits from {stopped-product} is OPERATOR_ORDER",
                    "UPDATE product_board p JOIN product_board d ON d.id = '{derived}' SET p.inherited = d.inherited"
                            + " WHERE p.id = '{product}'"),
            plant(
                    "the row of a product's source is gone",
                    "inherited",
                    "Product {derived}",
                    "event 0 names {stopped-product} as its source",
                    "DELETE FROM product_derivation WHERE product = '{derived}'"),
            plant(
                    "a product has a source that it never named",
                    "inherited",
                    "Product {product}",
                    "a row names {stopped-product} as its source",
                    "INSERT INTO product_derivation (product, source) VALUES ('{product}', '{stopped-product}')"));

    private StopPlants() {}
}
