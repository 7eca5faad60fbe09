package pujiang.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** The exchange that is killed and started again, at another port each time, and how one speaks with it meanwhile. */
final class Target implements AutoCloseable {

    /** Seconds between an answer after a start and the next kill, at most. */
    private static final int PAUSE = Integer.getInteger("campaign.pause", 10);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path jar;
    private final Path data;
    private final Random chance;
    private final AtomicLong repeated = new AtomicLong();
    private final AtomicLong serverErrors = new AtomicLong();
    private volatile Exchange exchange;
    private int kills;

    Target(Path jar, Path data, Random chance) throws IOException, InterruptedException {
        this.jar = jar;
        this.data = data;
        this.chance = chance;
        this.exchange = Exchange.start(jar, data);
    }

    /** What came back at last. */
    record Reply(int status, String body) {

        boolean done() {
            return status / 100 == 2;
        }
    }

    Exchange exchange() {
        return exchange;
    }

    long repeated() {
        return repeated.get();
    }

    long serverErrors() {
        return serverErrors.get();
    }

    int kills() {
        return kills;
    }

    /** Sends the same under the same key until there is an answer that means something. */
    Reply send(String method, String path, String token, String key, String body) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                var answer = http.send(request(method, path, token, key, body), BodyHandlers.ofString());
                if (answer.statusCode() == 500) serverErrors.incrementAndGet();
                if (answer.statusCode() < 500 && answer.statusCode() != 429)
                    return new Reply(answer.statusCode(), answer.body());
            } catch (IOException _) {
                // Killed, or not up yet.
            }
            repeated.incrementAndGet();
            Thread.sleep(200);
        }
        throw new IllegalStateException("no answer in five minutes to %s %s".formatted(method, path));
    }

    private HttpRequest request(String method, String path, String token, String key, String body) {
        return HttpRequest.newBuilder(exchange.address().resolve("/api/v1" + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(method, BodyPublishers.ofString(body))
                .build();
    }

    /** By turns and by chance: the exchange, its database, both. */
    void killUntil(long end) throws IOException, InterruptedException {
        while (end - System.nanoTime() > Duration.ofSeconds(PAUSE).toNanos()) {
            Thread.sleep(500 + chance.nextInt(PAUSE * 1_000));
            int whom = chance.nextInt(3);
            if (whom > 0) exchange.killDatabase();
            // Its exchange is left to answer without a database for a moment.
            if (whom == 1) Thread.sleep(chance.nextInt(3_000));
            exchange.kill();
            kills++;
            exchange = Exchange.start(jar, data);
        }
    }

    @Override
    public void close() {
        exchange.close();
    }
}
