package pujiang.host.wiring;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import pujiang.app.board.Board;
import pujiang.app.follower.Follower;
import pujiang.product.ProductEvent.ProductRegistered;

/** A board and a follower of the tests' own, in every exchange of theirs: one more start would cost more than they do. */
@TestConfiguration
public class Onlookers {

    @Bean
    Register register() {
        return new Register();
    }

    @Bean
    Reader reader() {
        return new Reader();
    }

    static final class Register implements Board {

        final List<String> lines = new CopyOnWriteArrayList<>();
        volatile boolean broken;

        @EventHandler
        void on(ProductRegistered event) {
            if (broken) throw new IllegalStateException("the board is broken");
            lines.add(event.product().value());
        }
    }

    static final class Reader implements Follower {

        final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        @Override
        public String name() {
            return "test-reader";
        }

        @EventHandler
        void on(ProductRegistered event) {
            seen.add(event.product().value());
        }
    }
}
