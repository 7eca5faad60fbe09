package pujiang.web.fsck;

import static pujiang.web.fsck.Plants.plant;

import java.util.List;
import pujiang.web.fsck.Plants.Plant;

/** Answers that do not fit their requests, though each may be true of something; and uploads that do not fit deliveries. */
public final class AnswerPlants {

    private static final String TO_THE_DELIVERY = " WHERE operation = 'POST /api/v1/trades/{done}/delivery'";

    public static final List<Plant> ALL = List.of(
            plant(
                    "an answer is that of another trade",
                    "answers",
                    "answer to ",
                    "it was requested for trades {done} and reports trades {refunded}",
                    "UPDATE idempotency a JOIN idempotency b ON b.operation ="
                            + " 'POST /api/v1/trades/{refunded}/delivery' SET a.body = b.body"
                            + TO_THE_DELIVERY.replace("operation", "a.operation")),
            plant(
                    "an answer tells of a time before the requested action",
                    "answers",
                    "answer to ",
                    "it was requested for acceptance of Trade {done}, but no event until then",
                    "UPDATE idempotency SET operation = REPLACE(operation, '/delivery', '/acceptance')"
                            + TO_THE_DELIVERY),
            plant(
                    "what was asked was never done",
                    "answers",
                    "answer to ",
                    "it was requested for delivery of Trade {done}, but no event until then",
                    "UPDATE domain_event_entry SET payload_type = 'trade.delivery-collected'"
                            + " WHERE aggregate_identifier = '{done}' AND payload_type = 'trade.delivery-made'"),
            plant(
                    "an answer is of another participant's account",
                    "answers",
                    "answer to ",
                    "it was requested for accounts {vendor} and reports accounts {buyer}",
                    "UPDATE idempotency SET body = REPLACE(body, '{vendor}', '{buyer}')"
                            + " WHERE operation = 'POST /api/v1/accounts/{vendor}/withdrawals'"),
            plant(
                    "a request's digest is another's",
                    "answers",
                    "answer to ",
                    "(POST /api/v1/trades/{done}/delivery) are not those that were recorded together",
                    "UPDATE idempotency SET fingerprint = REPEAT('x', 32)" + TO_THE_DELIVERY),
            plant(
                    "an answer has another status",
                    "answers",
                    "answer to ",
                    "(POST /api/v1/trades/{done}/delivery) are not those that were recorded together",
                    "UPDATE idempotency SET status = 201" + TO_THE_DELIVERY),
            plant(
                    "an answer is not sealed",
                    "answers",
                    "answer to ",
                    "(POST /api/v1/trades/{done}/delivery) are not those that were recorded together",
                    "UPDATE idempotency SET seal = NULL" + TO_THE_DELIVERY),
            plant(
                    "nobody has uploaded what was delivered",
                    "contents",
                    "Trade {done}",
                    "names the content {content}, which was never uploaded",
                    "DELETE FROM content_board WHERE sha256 = '{content}'"),
            plant(
                    "what was uploaded has another size than what was delivered",
                    "contents",
                    "Trade {done}",
                    "names the content {content}, which was never uploaded",
                    "UPDATE content_board SET size = size + 1 WHERE sha256 = '{content}'"),
            plant(
                    "a file has another size than what was uploaded",
                    "contents",
                    "content {content}",
                    "the size of its file is 9 and should be 10",
                    "UPDATE content_board SET size = size + 1 WHERE sha256 = '{content}'"),
            plant(
                    "a file has another SM3 digest than what was uploaded",
                    "contents",
                    "content {content}",
                    "its bytes have different digests",
                    "UPDATE content_board SET sm3 = REPEAT('0', 64) WHERE sha256 = '{content}'"));

    private AnswerPlants() {}
}
