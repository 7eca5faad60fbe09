package pujiang.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The exchange as one process. */
@SpringBootApplication
public class PujiangApplication {

    /** Every failure has been told in one line by then: see {@code pujiang.web.wiring.StartFailures}. */
    private static final int START_FAILED = 1;

    public static void main(String[] arguments) {
        try {
            SpringApplication.run(PujiangApplication.class, arguments);
        } catch (RuntimeException _) {
            System.exit(START_FAILED);
        }
    }
}
