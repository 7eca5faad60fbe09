package pujiang.bench;

import java.io.IOException;
import java.util.Locale;

/** One client that plays whole trades, one after the other, as their buyer and as their vendor. */
final class Trader {

    /** The requests of a trade, in their order. */
    enum Step {
        ORDER,
        DELIVERY,
        LINK,
        DOWNLOAD,
        ACCEPTANCE
    }

    private final Fair fair;
    private final User buyer;
    private final String name;
    private int played;

    Trader(Fair fair, int number) {
        this.fair = fair;
        this.buyer = fair.buyers().get(number);
        this.name = "fair-" + number + "-";
    }

    /** The trade that was played last. */
    String last() {
        return name + played;
    }

    static String key(String trade, Step step) {
        return trade + "-" + step.name().toLowerCase(Locale.ROOT);
    }

    /** From order to certificate. */
    void trade(Latencies latencies) throws IOException {
        played++;
        var trade = last();
        var path = "/api/v1/trades/" + trade;
        long began = System.nanoTime();
        state("agreed", buyer.put(path, order()));
        began = latencies.add(Step.ORDER, began);
        var file = "{\"sha256\": \"" + fair.sha256() + "\"}";
        state("delivered", fair.vendor().post(path + "/delivery", key(trade, Step.DELIVERY), file));
        began = latencies.add(Step.DELIVERY, began);
        var link = User.field(buyer.post(path + "/downloads", key(trade, Step.LINK), ""), "url");
        began = latencies.add(Step.LINK, began);
        if (!buyer.download(link).equals(fair.content())) throw new IOException("other bytes came");
        began = latencies.add(Step.DOWNLOAD, began);
        var done = buyer.post(path + "/acceptance", key(trade, Step.ACCEPTANCE), "");
        state("completed", done);
        User.field(done, "certificate");
        latencies.add(Step.ACCEPTANCE, began);
    }

    private String order() {
        return """
                {"listing": "%s", "revision": 1, "use": {"purpose": "ANALYTICS",
                 "scenario": "Model of street-level air quality for asthma warnings in Jing'an"}}"""
                .formatted(fair.listing());
    }

    private static void state(String wanted, String view) {
        var found = User.field(view, "state");
        if (!found.equals(wanted)) throw new IllegalStateException(found + " instead of " + wanted + ": " + view);
    }
}
