package pujiang.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pujiang.web.verify.Verify;
import pujiang.web.wiring.Progress;

/** What the program does instead of starting the exchange, by its first argument: no database, no port, no network. */
enum OfflineCommand {
    VERIFY {
        @Override
        int run(List<String> arguments) {
            return new Verify(Progress.onConsole()::line, Progress.onErrorStream()::line).run(arguments);
        }
    };

    static Optional<OfflineCommand> named(String... arguments) {
        return Arrays.stream(values())
                .filter(command -> arguments.length > 0
                        && arguments[0].equals(command.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** @return the process's exit code */
    int run(String... arguments) {
        return run(Arrays.asList(arguments).subList(1, arguments.length));
    }

    abstract int run(List<String> arguments);
}
