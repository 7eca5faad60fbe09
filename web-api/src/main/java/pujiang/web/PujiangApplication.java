package pujiang.web;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import pujiang.web.wiring.Progress;

/** The exchange as one process. */
@SpringBootApplication
public class PujiangApplication {

    /** Every failure has been told in one line by then: see {@code pujiang.web.wiring.StartFailures}. */
    private static final int START_FAILED = 1;

    public static void main(String[] arguments) {
        OfflineCommand.named(arguments).ifPresent(command -> System.exit(command.run(arguments)));
        try {
            var exchange = new SpringApplication(PujiangApplication.class);
            exchange.setBanner((_, _, _) -> Progress.onConsole().line("Pujiang 浦江 is starting 正在启动"));
            exchange.run(arguments);
        } catch (RuntimeException _) {
            System.exit(START_FAILED);
        }
    }
}
