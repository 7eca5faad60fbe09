package pujiang.host;

import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import pujiang.host.wiring.Progress;

/** The exchange as one process. */
@SpringBootApplication(scanBasePackages = {"pujiang.app", "pujiang.web", "pujiang.host"})
public class PujiangApplication {

    private static final int DONE = 0;
    /** Every failure has been told in one line by then: see {@code pujiang.host.wiring.StartFailures}. */
    private static final int START_FAILED = 1;

    private static final int NOT_UNDERSTOOD = 2;

    public static void main(String[] arguments) {
        var line = CommandLine.of(arguments);
        line.lost().ifPresent(word -> refuse(CommandLine.lost(word)));
        OfflineCommand.named(arguments).ifPresent(command -> System.exit(command.run(arguments)));
        if (line.asksForHelp()) {
            CommandLine.USAGE.lines().forEach(Progress.onConsole()::line);
            System.exit(DONE);
        }
        line.strange().ifPresent(word -> {
            tell("unknown argument 未知的参数: \"" + word + "\"", Progress.onErrorStream()::line);
            CommandLine.USAGE.lines().forEach(Progress.onErrorStream()::line);
            System.exit(NOT_UNDERSTOOD);
        });
        try {
            var exchange = new SpringApplication(PujiangApplication.class);
            exchange.setBanner((_, _, _) -> Progress.onConsole().line("Pujiang 浦江 is starting 正在启动"));
            exchange.run(arguments);
        } catch (RuntimeException _) {
            System.exit(START_FAILED);
        }
    }

    private static void refuse(String why) {
        tell(why, Progress.onErrorStream()::line);
        System.exit(NOT_UNDERSTOOD);
    }

    private static void tell(String what, Consumer<String> where) {
        where.accept("pujiang: " + what);
    }
}
