package pujiang.host;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed and means nothing does nothing, and is told in a line. */
@Execution(ExecutionMode.CONCURRENT)
class CommandLineTest {

    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    @TempDir
    Path folder;

    private record Ended(int code, List<String> errors) {}

    @ParameterizedTest
    @CsvSource({
        "no-such-command, no-such-command",
        "demo evaluate, evaluate",
        "--server.port=1 stop, stop",
        "--version, --version",
        "demo, none",
        "--server.port=1 demo, none",
        "--spring.profiles.active=a --debug, none"
    })
    void aWordThatMeansNothingIsFound(String line, String strange) {
        assertThat(CommandLine.of(line.split(" ")).strange().orElse("none")).isEqualTo(strange);
    }

    @Test
    void anUnknownWordIsRefusedWithTheUsageAndNothingIsWritten() throws Exception {
        var ended = run("UTF-8", "no-such-command");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.errors().getFirst()).contains("unknown argument 未知的参数: \"no-such-command\"");
        assertThat(String.join("\n", ended.errors())).contains("usage 用法", "evaluate", "fsck");
        assertThat(contents()).isEmpty();
    }

    @Test
    void whoAsksForHelpIsToldAndNothingIsWritten() throws Exception {
        assertThat(run("UTF-8", "--help").code()).isZero();
        assertThat(contents()).isEmpty();
    }

    /** The bytes of 问题.jsonl, which is there: a terminal without Chinese characters cannot name it. */
    @ParameterizedTest
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @CsvSource({"evaluate", "'evaluate --verify'", "verify", "'rules check'", "'rules coverage'"})
    void aChineseFileNameWorksOrIsRefusedInOneLine(String command) throws Exception {
        var name = "$(printf '\\351\\227\\256\\351\\242\\230.jsonl')";
        var ended = run("C", command + " \"" + name + "\"");

        assertThat(ended.code()).as(String.join("\n", ended.errors())).isEqualTo(2);
        assertThat(ended.errors()).hasSize(1);
        assertThat(ended.errors().getFirst()).doesNotContain("Exception").contains("LC_ALL=C.UTF-8");
    }

    @Test
    void theDataFolderIsRefusedInOneLineAsWell() throws Exception {
        var ended = run("C", "\"--pujiang.data=$(printf '\\346\\225\\260\\346\\215\\256')\"");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.errors()).hasSize(1);
        assertThat(contents()).isEmpty();
    }

    private List<Path> contents() throws Exception {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.toList();
        }
    }

    /** @param line as a shell reads it */
    private Ended run(String locale, String line) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var shell = new ArrayList<>(List.of("/bin/sh", "-c"));
        shell.add("exec \"$0\" -cp \"$1\" pujiang.host.PujiangApplication " + line);
        shell.addAll(List.of(java, CLASS_PATH));
        var errors = folder.resolveSibling(folder.getFileName() + ".errors");
        var builder = new ProcessBuilder(shell)
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("LC_ALL", locale.equals("C") ? "C" : "C.UTF-8");
        var process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it has started something");
        }
        return new Ended(
                process.exitValue(), Files.readString(errors, UTF_8).lines().toList());
    }
}
