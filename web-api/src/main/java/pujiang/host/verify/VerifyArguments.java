package pujiang.host.verify;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@code verify}.
 *
 * @param evidence the saved answer of the exchange
 * @param keys the exchange's keys, had in another way
 * @param receipt the receipt that a certificate names, where it was saved without it
 * @param content the file that was delivered
 */
record VerifyArguments(Path evidence, Optional<Path> keys, Optional<Path> receipt, Optional<Path> content) {

    static final String USAGE =
            "verify <receipt.json, certificate.json or recall.json> [--keys <keys.json>] [--receipt <receipt.json>]"
                    + " [--content <file>]";

    static VerifyArguments of(List<String> arguments) throws UsageError {
        @Nullable Path evidence = null;
        Optional<Path> keys = Optional.empty();
        Optional<Path> receipt = Optional.empty();
        Optional<Path> content = Optional.empty();
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var argument = rest.pop();
            switch (argument) {
                case "--keys" -> keys = Optional.of(file(argument, rest.poll()));
                case "--receipt" -> receipt = Optional.of(file(argument, rest.poll()));
                case "--content" -> content = Optional.of(file(argument, rest.poll()));
                default -> {
                    if (argument.startsWith("-") || evidence != null) throw unexpected(argument);
                    evidence = file("", argument);
                }
            }
        }
        if (evidence == null)
            throw new UsageError("the file to verify is missing; usage: " + USAGE, "未指定要验证的文件；用法：" + USAGE);
        return new VerifyArguments(evidence, keys, receipt, content);
    }

    private static Path file(String option, @Nullable String name) throws UsageError {
        if (name == null) {
            throw new UsageError(option + " requires a file; usage: " + USAGE, option + " 之后须为文件；用法：" + USAGE);
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException _) {
            throw unexpected(name);
        }
    }

    private static UsageError unexpected(String argument) {
        return new UsageError(
                "unknown argument \"%s\"; usage: %s".formatted(argument, USAGE),
                "未知的参数“%s”；用法：%s".formatted(argument, USAGE));
    }
}
