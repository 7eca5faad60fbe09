package pujiang.web.fsck;

import java.util.List;

/** Damage of every kind, as statements that somebody might run by hand, each with what fsck must say of it. */
public final class Plants {

    /**
     * @param check the name of the check that must find it
     * @param place what it must name
     * @param text what it must say
     * @param statements with the names of the story's things in braces
     */
    public record Plant(String name, String check, String place, String text, List<String> statements) {

        @Override
        public String toString() {
            return check + ": " + name;
        }
    }

    private static final String OF = " WHERE aggregate_identifier = '%s' AND type = '%s'";
    private static final String OF_DONE = OF.formatted("{done}", "Trade");

    public static final List<Plant> ALL = List.of(
            plant(
                    "an event is gone",
                    "streams",
                    "Trade {done}",
                    "event 1 is missing",
                    "DELETE FROM domain_event_entry" + OF_DONE + " AND sequence_number = 1"),
            plant(
                    "the first events are gone",
                    "streams",
                    "Trade {done}",
                    "events 0 to 1 are missing",
                    "DELETE FROM domain_event_entry" + OF_DONE + " AND sequence_number < 2"),
            plant(
                    "an event has a name that was never used",
                    "streams",
                    "Trade {done}",
                    "event 2 (trade.nonsense) cannot be read",
                    "UPDATE domain_event_entry SET payload_type = 'trade.nonsense'" + OF_DONE
                            + " AND sequence_number = 2"),
            plant(
                    "an event is no JSON",
                    "streams",
                    "Listing {listing}",
                    "event 0 (listing.published) cannot be read",
                    "UPDATE domain_event_entry SET payload = '{'" + OF.formatted("{listing}", "Listing")),
            plant(
                    "a receipt's signature is another",
                    "receipts",
                    "Trade {done}",
                    "fails at SM2",
                    "UPDATE domain_event_entry SET payload = REPLACE(payload, '\"sm2\":\"M', '\"sm2\":\"N')" + OF_DONE
                            + " AND payload_type = 'trade.delivery-made'"),
            plant(
                    "a delivery says another size than its receipt",
                    "receipts",
                    "Trade {done}",
                    "/content/size of the statement",
                    "UPDATE domain_event_entry SET payload = REPLACE(payload, '\"size\":9,\"mediaType\"',"
                            + " '\"size\":8,\"mediaType\"')" + OF_DONE + " AND payload_type = 'trade.delivery-made'"),
            plant(
                    "a delivery keeps another decision than its receipt names",
                    "receipts",
                    "Trade {done}",
                    "the decision of the clearance",
                    "UPDATE domain_event_entry SET payload ="
                            + " REPLACE(payload, '\"gate\":\"DELIVERY\"', '\"gate\":\"ORDER\"')" + OF_DONE
                            + " AND payload_type = 'trade.delivery-made'"),
            plant(
                    "a certificate stands on no receipt",
                    "certificates",
                    "Trade {done}",
                    "names a receipt that no event has",
                    "DELETE FROM domain_event_entry" + OF_DONE + " AND payload_type = 'trade.delivery-made'"),
            plant(
                    "a settled trade has no certificate",
                    "certificates",
                    "Trade {done}",
                    "it is settled but has no certificate",
                    "DELETE FROM domain_event_entry" + OF_DONE + " AND payload_type = 'trade.certificate-issued'"),
            plant(
                    "a certificate is of another number",
                    "certificates",
                    "Trade {done}",
                    "/number of the statement",
                    "UPDATE domain_event_entry SET payload = REPLACE(payload, '\"number\":\"PJC', '\"number\":\"PJX')"
                            + OF_DONE + " AND payload_type = 'trade.certificate-issued'"),
            plant(
                    "a receipt has no leaf",
                    "leaves",
                    "Trade {done}",
                    "the receipt is neither in the log nor in its queue",
                    "DELETE FROM log_leaf WHERE digest = '{receipt}'"),
            plant(
                    "a leaf has different bytes",
                    "leaves",
                    "Trade {done}",
                    "the leaf of the receipt has different bytes",
                    "UPDATE log_node SET hash = x'" + "00".repeat(32) + "' WHERE level = 0 AND node_index ="
                            + " (SELECT leaf_index FROM log_leaf WHERE digest = '{receipt}')"),
            plant(
                    "a leaf is of nothing that is stored",
                    "leaves",
                    "leaf ",
                    "no stored event has the statement {receipt}",
                    "DELETE FROM domain_event_entry" + OF_DONE + " AND payload_type = 'trade.delivery-made'"),
            plant(
                    "a hash does not follow from its leaves",
                    "log",
                    "hash 1/0",
                    "does not follow from its leaves",
                    "UPDATE log_node SET hash = x'" + "00".repeat(32) + "' WHERE level = 1 AND node_index = 0"),
            plant(
                    "a hash is gone",
                    "log",
                    "hash 1/0",
                    "this hash is missing",
                    "DELETE FROM log_node WHERE level = 1 AND node_index = 0"),
            plant(
                    "a leaf's hash is gone",
                    "log",
                    "checkpoint ",
                    "and leaf 0 is missing",
                    "DELETE FROM log_node WHERE level = 0 AND node_index = 0"),
            plant(
                    "a checkpoint has another root",
                    "log",
                    "checkpoint ",
                    "its root does not follow",
                    "UPDATE log_checkpoint SET root = x'" + "00".repeat(32) + "' WHERE size > 0"),
            plant(
                    "a checkpoint is not signed by the exchange",
                    "log",
                    "checkpoint 0",
                    "has no signature by key",
                    "UPDATE log_checkpoint SET note = REPLACE(note, ' ', 'x') WHERE size = 0"),
            plant(
                    "the newest checkpoint is gone",
                    "log",
                    "leaf ",
                    "no checkpoint covers it",
                    "DELETE FROM log_checkpoint WHERE size > 0"));

    private Plants() {}

    static Plant plant(String name, String check, String place, String text, String... statements) {
        return new Plant(name, check, place, text, List.of(statements));
    }
}
