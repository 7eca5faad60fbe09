package pujiang.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.logging.LoggingSystem;
import pujiang.app.json.TextInput;
import pujiang.app.rulebook.Rules;
import pujiang.host.evaluate.Evaluate;
import pujiang.host.fsck.FsckCommand;
import pujiang.host.verify.Verify;
import pujiang.host.wiring.Progress;

/** Commands that run instead of the exchange, by first argument: no port, and no database but fsck's. */
enum OfflineCommand {
    EVALUATE {
        @Override
        int run(List<String> arguments) {
            // Nobody has set the log up, and on standard output it would stand between the answers.
            LoggingSystem.get(OfflineCommand.class.getClassLoader()).beforeInitialize();
            var out = new PrintStream(
                    new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUTPUT_BUFFER), false, UTF_8);
            return Evaluate.run(arguments, System.in, out, new PrintStream(System.err, true, UTF_8));
        }
    },

    FSCK {
        @Override
        int run(List<String> arguments) {
            LoggingSystem.get(OfflineCommand.class.getClassLoader()).beforeInitialize();
            return new FsckCommand(Progress.onConsole()::line, Progress.onErrorStream()).run(arguments);
        }
    },

    RULES {
        @Override
        int run(List<String> arguments) {
            LoggingSystem.get(OfflineCommand.class.getClassLoader()).beforeInitialize();
            return Rules.run(
                    arguments, new PrintStream(System.out, true, UTF_8), new PrintStream(System.err, true, UTF_8));
        }
    },

    VERIFY {
        @Override
        int run(List<String> arguments) {
            return new Verify(Progress.onConsole()::line, Progress.onErrorStream()::line).run(arguments);
        }
    };

    private static final int OUTPUT_BUFFER = 256 * 1024;
    private static final int CANNOT_RUN = 2;

    static Optional<OfflineCommand> named(String... arguments) {
        return Arrays.stream(values())
                .filter(command -> arguments.length > 0
                        && arguments[0].equals(command.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** @return the process's exit code */
    int run(String... arguments) {
        try {
            return run(Arrays.asList(arguments).subList(1, arguments.length));
        } catch (InvalidPathException name) {
            return cannot("invalid file name 文件名无效: " + name.getInput());
        } catch (UncheckedIOException e) {
            return cannot(
                    "a file cannot be read or written 无法读写文件: " + TextInput.why(Objects.requireNonNull(e.getCause())));
        }
    }

    private int cannot(String why) {
        Progress.onErrorStream().line(name().toLowerCase(Locale.ROOT) + ": " + why);
        return CANNOT_RUN;
    }

    abstract int run(List<String> arguments);
}
