package pujiang.app.command;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Ids for what no caller named, as UUID version 7 (RFC 9562, 5.7): in order of time, so an index grows at its end. */
public final class Ids {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator random;

    public Ids(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    public UUID next() {
        var high = (clock.millis() << 16) | VERSION_7 | (random.nextLong() & 0x0FFFL);
        var low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}
