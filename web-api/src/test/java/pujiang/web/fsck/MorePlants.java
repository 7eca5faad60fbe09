package pujiang.web.fsck;

import static pujiang.web.fsck.Plants.plant;

import java.util.List;
import pujiang.web.fsck.Plants.Plant;

/** Damage to money, answers, boards and counts. */
public final class MorePlants {

    private static final String TRANSFER =
            "INSERT INTO ledger_transfer (id, debit, credit, minor, currency, kind, resolves, reference, at) VALUES ";

    public static final List<Plant> ALL = List.of(
            plant(
                    "a payment is gone",
                    "escrow",
                    "Trade {done}",
                    "the transfer {done}/pay is missing",
                    "DELETE FROM ledger_transfer WHERE id = '{done}/pay'"),
            plant(
                    "a payment is of another amount",
                    "escrow",
                    "Trade {done}",
                    "the transfer {done}/pay is",
                    "UPDATE ledger_transfer SET minor = minor + 1 WHERE id = '{done}/pay'"),
            plant(
                    "money went back for which no event asked",
                    "escrow",
                    "Trade {open}",
                    "no event requires the transfer {open}/release",
                    TRANSFER + "('{open}/release', '{buyer}/reserved', '{buyer}/available', 10000, 'CNY', 'RELEASE',"
                            + " '{open}/reserve', '{open}', '2026-01-01')"),
            plant(
                    "a trade was refunded and got nothing back",
                    "escrow",
                    "Trade {refunded}",
                    "the transfer {refunded}/release is missing",
                    "DELETE FROM ledger_transfer WHERE id = '{refunded}/release'"),
            plant(
                    "money was paid for a trade that never was",
                    "escrow",
                    "transfer nowhere/pay",
                    "names the trade nowhere, which has no event",
                    TRANSFER + "('nowhere/pay', '{buyer}/reserved', '{vendor}/earned', 1, 'CNY', 'PAY', NULL,"
                            + " 'nowhere', '2026-01-01')"),
            plant(
                    "more is reserved than open trades cost",
                    "escrow",
                    "all trades",
                    "what is reserved",
                    "UPDATE ledger_transfer SET minor = minor + 7 WHERE id = '{open}/reserve'"),
            plant(
                    "a balance is not the sum of its transfers",
                    "balances",
                    "account {buyer}/available",
                    "its balance",
                    "UPDATE ledger_limit SET minor = minor + 1 WHERE account = '{buyer}/available'"),
            plant(
                    "nothing guards a balance",
                    "balances",
                    "account {buyer}/available",
                    "its balance has no row",
                    "DELETE FROM ledger_limit WHERE account = '{buyer}/available'"),
            plant(
                    "an account is below zero",
                    "balances",
                    "account {vendor}/earned",
                    "below zero",
                    "DELETE FROM ledger_transfer WHERE credit = '{vendor}/earned'",
                    TRANSFER + "('bank/sweep/x', '{vendor}/earned', '{vendor}/available', 1, 'CNY', 'SWEEP', NULL,"
                            + " 'bank/sweep/x', '2026-01-01')"),
            plant(
                    "a transfer is in another currency",
                    "balances",
                    "transfer {done}/pay",
                    "moves nothing in yuan",
                    "UPDATE ledger_transfer SET currency = 'USD' WHERE id = '{done}/pay'"),
            plant(
                    "a payment resolves another account's reservation",
                    "balances",
                    "transfer {done}/pay",
                    "resolves no reservation",
                    "UPDATE ledger_transfer SET resolves = 'nowhere/reserve' WHERE id = '{done}/pay'"),
            plant(
                    "earnings were swept and nobody asked for them",
                    "bank",
                    "transfer bank/sweep/out.nobody.1",
                    "nothing that the bank does",
                    TRANSFER
                            + "('bank/sweep/out.nobody.1', '{vendor}/earned', '{vendor}/available', 1, 'CNY', 'SWEEP',"
                            + " NULL, 'nobody', '2026-01-01')"),
            plant(
                    "a withdrawal was booked and its transfer is gone",
                    "bank",
                    "booking out.{withdrawal}.1",
                    "journal and ledger differ",
                    "DELETE FROM ledger_transfer WHERE id = 'bank/out/{withdrawal}'"),
            plant(
                    "a deposit has no participant",
                    "bank",
                    "transfer bank/in/x",
                    "nothing that the bank does",
                    TRANSFER + "('bank/in/x', 'exchange/bank', 'nobody/available', 1, 'CNY', 'DEPOSIT', NULL, 'x',"
                            + " '2026-01-01')"),
            plant(
                    "an answer tells a state that never was",
                    "answers",
                    "answer to ",
                    "Trade {done} is disputed at version",
                    "UPDATE idempotency SET body = REPLACE(body, '\"state\":\"completed\"', '\"state\":\"disputed\"')"
                            + " WHERE body LIKE '%\"id\":\"{done}\"%'"),
            plant(
                    "an answer tells of a trade that has no event",
                    "answers",
                    "answer to ",
                    "Trade {done} is delivered at version 1",
                    "DELETE FROM domain_event_entry WHERE aggregate_identifier = '{done}' AND type = 'Trade'"),
            plant(
                    "a trade is shown in another state",
                    "trades",
                    "Trade {open}",
                    "its state is completed and should be agreed",
                    "UPDATE trade_board SET state = 'completed' WHERE id = '{open}'"),
            plant(
                    "the last event of a trade is gone",
                    "trades",
                    "Trade {gone}",
                    "its version is 1 and should be 0",
                    "DELETE FROM domain_event_entry WHERE aggregate_identifier = '{gone}' AND sequence_number = 1"),
            plant(
                    "a trade is not shown",
                    "trades",
                    "Trade {open}",
                    "trade_board has no row of it",
                    "DELETE FROM trade_board WHERE id = '{open}'"),
            plant(
                    "a trade is shown and has no events",
                    "trades",
                    "Trade {open}",
                    "it has a row but no events",
                    "DELETE FROM domain_event_entry WHERE aggregate_identifier = '{open}' AND type = 'Trade'"),
            plant(
                    "a trade is shown at another price",
                    "trades",
                    "Trade {open}",
                    "its price",
                    "UPDATE trade_board SET price = 1 WHERE id = '{open}'"),
            plant(
                    "a listing is shown in another state",
                    "listings",
                    "Listing {listing}",
                    "its state is suspended and should be published",
                    "UPDATE listing_board SET state = 'suspended' WHERE id = '{listing}'"),
            plant(
                    "a participant is shown in another state",
                    "participants",
                    "Participant {buyer}",
                    "its state is suspended and should be active",
                    "UPDATE participant_board SET state = 'suspended' WHERE id = '{buyer}'"),
            plant(
                    "a product is shown as struck off",
                    "products",
                    "Product {product}",
                    "whether it is struck off",
                    "UPDATE product_board SET struck_off = TRUE WHERE id = '{product}'"),
            plant(
                    "an obligation is shown as discharged",
                    "obligations",
                    "Obligation ",
                    "its state is discharged and should be open",
                    "UPDATE obligation_board SET state = 'discharged' WHERE trade = '{done}'"),
            plant(
                    "a recall is shown as completed",
                    "recalls",
                    "Recall {recall}",
                    "its state is completed and should be dropped",
                    "UPDATE recall_board SET state = 'completed' WHERE id = '{recall}'"),
            plant(
                    "a trade counts that sends nothing abroad",
                    "exports",
                    "Trade {open}",
                    "its share of the exporter's count",
                    "INSERT INTO export_share (trade, exporter, year, persons, of_sensitive)"
                            + " VALUES ('{open}', '{vendor}', 2026, 5, FALSE)"),
            plant(
                    "a count is not the sum of its shares",
                    "exports",
                    "exporter {vendor} in 2026",
                    "the count of persons is 9 and should be 0",
                    "INSERT INTO export_count (exporter, year, non_sensitive, sensitive_pi)"
                            + " VALUES ('{vendor}', 2026, 9, 0)"));

    private MorePlants() {}
}
