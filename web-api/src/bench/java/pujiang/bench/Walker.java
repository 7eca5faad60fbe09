package pujiang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import pujiang.bench.Stalls.Order;
import pujiang.bench.Target.Reply;

/** One client that does at each step what chance says, to trades that others act on at the same time. */
final class Walker {

    private static final int RECENT = 12;
    private static final String REASON = "{\"reason\": \"by chance\"}";

    private final Target target;
    private final Stalls market;
    private final Acknowledged acknowledged;
    private final int number;
    private final Random chance;
    private final List<String> usedKeys = new ArrayList<>();
    private int count;

    Walker(Target target, Stalls market, Acknowledged acknowledged, int number, Random chance) {
        this.target = target;
        this.market = market;
        this.acknowledged = acknowledged;
        this.number = number;
        this.chance = chance;
    }

    void step() throws InterruptedException {
        int dice = chance.nextInt(100);
        if (market.trades().isEmpty() || dice < 25) order();
        else if (dice < 45) deliver(recent());
        else if (dice < 62) accept(recent());
        else if (dice < 72) approve(recent());
        else if (dice < 76) buyers(recent(), "cancellation", REASON, "trade.cancelled");
        else if (dice < 80) buyers(recent(), "dispute", REASON, "trade.delivery-disputed");
        else if (dice < 86) resolve(recent());
        else if (dice < 89) officers(recent(), "claim", "", "trade.review-claimed");
        else if (dice < 91) officers(recent(), "rejection", REASON, "trade.review-rejected");
        else if (dice < 94) link(recent());
        else if (dice < 97) book();
        else pauseTheListing();
    }

    private void order() throws InterruptedException {
        var trade = "campaign-%d-%d".formatted(number, ++count);
        var buyer = market.fair().buyers().get(number);
        var listing = chance.nextInt(4) == 0 ? Stalls.DISPUTED : market.fair().listing();
        var reply = target.send(
                "PUT",
                "/trades/" + trade,
                buyer.token(),
                key(),
                """
                {"listing": "%s", "revision": 1, "use": {"purpose": "ANALYTICS",
                 "scenario": "Model of street-level air quality"}}"""
                        .formatted(listing));
        if (!reply.done()) return;
        market.trades().add(new Order(trade, buyer));
        acknowledged.add(trade, reply, "trade.agreed|trade.order-held|trade.order-refused");
    }

    private void deliver(Order order) throws InterruptedException {
        var file = "{\"sha256\": \"" + market.fair().sha256() + "\"}";
        post(
                order,
                market.fair().vendor().token(),
                "delivery",
                file,
                "trade.delivery-made|trade.delivery-held|trade.delivery-refused");
    }

    private void accept(Order order) throws InterruptedException {
        buyers(order, "acceptance", "", "trade.delivery-accepted|trade.dispute-dismissed");
    }

    private void approve(Order order) throws InterruptedException {
        officers(
                order,
                "approval",
                "{\"ground\": \"seen\", \"evidence\": \"vault/1\"}",
                "trade.agreed|trade.delivery-made|trade.order-refused|trade.delivery-refused|trade.review-supported");
    }

    private void resolve(Order order) throws InterruptedException {
        var way = chance.nextBoolean() ? "PAY_VENDOR" : "REFUND_BUYER";
        post(
                order,
                market.operator(),
                "resolution",
                "{\"resolution\": \"%s\", \"ground\": \"by chance\"}".formatted(way),
                "trade.dispute-dismissed|trade.rescinded");
    }

    private void buyers(Order order, String step, String body, String event) throws InterruptedException {
        post(order, order.buyer().token(), step, body, event);
    }

    private void officers(Order order, String step, String body, String event) throws InterruptedException {
        post(order, market.officer(), step, body, event);
    }

    private void post(Order order, String token, String step, String body, String event) throws InterruptedException {
        var reply = target.send("POST", "/trades/" + order.trade() + "/" + step, token, key(), body);
        if (reply.done()) acknowledged.add(order.trade(), reply, event);
    }

    private void link(Order order) throws InterruptedException {
        target.send(
                "POST", "/trades/" + order.trade() + "/downloads", order.buyer().token(), key(), "");
    }

    /** A reference of its own each time; the vendor takes out what it may have. */
    private void book() throws InterruptedException {
        boolean in = chance.nextInt(3) > 0;
        var reference = "campaign-bank-%d-%d".formatted(number, ++count);
        var account = in ? "fair-buyer-" + (number + 1) : "fair-vendor";
        Reply reply = target.send(
                "POST",
                "/accounts/" + account + (in ? "/deposits" : "/withdrawals"),
                market.operator(),
                reference,
                "{\"amount\": {\"amount\": \"1.00\", \"currency\": \"CNY\"}, \"reference\": \"%s\"}"
                        .formatted(reference));
        if (reply.done()) acknowledged.booked(in ? 1 : -1);
    }

    private void pauseTheListing() throws InterruptedException {
        var listing = "/listings/" + market.fair().listing();
        var vendor = market.fair().vendor().token();
        target.send("POST", listing + "/suspension", vendor, key(), REASON);
        target.send("POST", listing + "/resumption", vendor, key(), "");
    }

    private Order recent() {
        var trades = market.trades();
        int size = trades.size();
        return trades.get(size - 1 - chance.nextInt(Math.min(RECENT, size)));
    }

    /** One in ten was used before, for something else: what it asks for must leave nothing behind. */
    private String key() {
        if (!usedKeys.isEmpty() && chance.nextInt(10) == 0) return usedKeys.get(chance.nextInt(usedKeys.size()));
        var key = "campaign-key-%d-%d".formatted(number, ++count);
        usedKeys.add(key);
        return key;
    }
}
