package pujiang.app.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pujiang.app.share.FairExecutor.Bounds;

/** However much one has to be done, another waits for one piece of it. */
@Timeout(60)
class FairExecutorTest {

    private static final Bounds WIDE = new Bounds(100, 1_000, Duration.ofSeconds(30));

    @Test
    void whoHasOnePieceWaitsForOneOfAnotherWhoHasThirty() throws Exception {
        var order = Collections.synchronizedList(new ArrayList<String>());
        try (var share = new FairExecutor("test", 1, WIDE)) {
            var begun = new CountDownLatch(1);
            var open = new CountDownLatch(1);
            var first = later(share, "crowd", () -> held(begun, open));
            await(begun);
            var crowd = IntStream.range(0, 30)
                    .mapToObj(_ -> later(share, "crowd", () -> order.add("crowd")))
                    .toList();
            waitUntil(() -> share.waiting() == 30);
            var honest = later(share, "honest", () -> order.add("honest"));
            waitUntil(() -> share.waiting() == 31);

            open.countDown();
            first.join();
            honest.join();
            crowd.forEach(CompletableFuture::join);
        }

        assertThat(order.indexOf("honest")).isLessThanOrEqualTo(1);
        assertThat(order).hasSize(31);
    }

    @Test
    void whereThereAreSeveralPlacesNobodyHasThemAll() throws Exception {
        try (var share = new FairExecutor("test", 2, WIDE)) {
            var open = new CountDownLatch(1);
            var crowd = IntStream.range(0, 5)
                    .mapToObj(_ -> later(share, "crowd", () -> held(new CountDownLatch(1), open)))
                    .toList();
            waitUntil(() -> share.waiting() == 4);

            assertThat(share.turn("honest", () -> "done")).contains("done");

            open.countDown();
            crowd.forEach(CompletableFuture::join);
        }
    }

    @Test
    void whatWouldWaitForTooLongOrBehindTooMuchIsNotDone() throws Exception {
        var done = Collections.synchronizedList(new ArrayList<String>());
        try (var share = new FairExecutor("test", 1, new Bounds(1, 2, Duration.ofMillis(100)))) {
            var begun = new CountDownLatch(1);
            var open = new CountDownLatch(1);
            var first = later(share, "crowd", () -> held(begun, open));
            await(begun);

            assertThat(share.turn("crowd", () -> done.add("late"))).isEmpty();
            var waits = later(share, "crowd", () -> done.add("late"));
            waitUntil(() -> share.waiting() == 1);
            assertThat(share.turn("crowd", () -> done.add("one too many"))).isEmpty();
            assertThat(waits.join()).isEqualTo(Optional.empty());

            open.countDown();
            first.join();
            assertThat(share.turn("crowd", () -> done.add("in time"))).contains(true);
        }
        assertThat(done).isEqualTo(List.of("in time"));
    }

    @Test
    void aFailureIsItsOwnersAndTheNextIsDone() {
        try (var share = new FairExecutor("test", 1, WIDE)) {
            assertThatThrownBy(() -> share.turn("x", () -> {
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no");
            assertThat(share.turn("x", () -> 1)).contains(1);
        }
    }

    private static CompletableFuture<Optional<Boolean>> later(
            FairExecutor share, String whose, Supplier<Boolean> work) {
        return CompletableFuture.supplyAsync(() -> share.turn(whose, work), Thread::startVirtualThread);
    }

    private static boolean held(CountDownLatch begun, CountDownLatch until) {
        begun.countDown();
        return await(until);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void waitUntil(BooleanSupplier so) throws InterruptedException {
        for (int i = 0; i < 3_000 && !so.getAsBoolean(); i++) Thread.sleep(10);
        assertThat(so.getAsBoolean()).isTrue();
    }
}
