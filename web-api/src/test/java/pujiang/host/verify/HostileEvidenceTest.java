package pujiang.host.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, its reader gets a sentence and never a stack trace. */
class HostileEvidenceTest {

    private static final String ATTESTATION =
            "{\"statement\":\"{}\",\"digest\":\"DIGEST\",\"key\":\"k\",\"sm2\":\"\",\"ed25519\":\"\"}";
    private static final String KEYS = "{\"id\":\"k\",\"sm2\":\"\",\"ed25519\":\"\"}";
    private static final String BUNDLE = "{\"attestation\":" + ATTESTATION + ",\"keys\":" + KEYS
            + ",\"index\":INDEX,\"size\":1,\"path\":PATH,\"checkpoint\":\"\"}";
    private static final String WHOLE = "{\"attestation\":" + ATTESTATION + ",\"keys\":" + KEYS + ",\"bundle\":"
            + BUNDLE.replace("INDEX", "0").replace("PATH", "[]") + "}";
    private static final String OPEN =
            "{\"attestation\":" + ATTESTATION + ",\"keys\":" + KEYS + ",\"bundle\":" + BUNDLE + "}";

    @TempDir
    private Path folder;

    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void whatIsNoReceiptIsToldInOneSentence(String name, String content, String told) throws IOException {
        var file = Files.writeString(folder.resolve("hostile.json"), content);

        int exit = new Verify(out::add, err::add).run(List.of(file.toString()));

        assertThat(exit).as("%s %s", out, err).isEqualTo(2);
        assertThat(err).hasSize(2);
        assertThat(err.getFirst()).startsWith("Cannot verify: ").contains(told).hasSizeLessThan(1_000);
        assertThat(err.getLast()).startsWith("无法验证：");
        assertThat(out).isEmpty();
    }

    static List<String[]> whatIsNoReceiptIsToldInOneSentence() {
        return List.of(
                new String[] {"nothing", "", "missing value"},
                new String[] {"null", "null", "only null"},
                new String[] {"a page", "<html>", "not valid JSON, or a field occurs twice (line 1, column 1)"},
                new String[] {"broken off", WHOLE.substring(0, 90), "not valid JSON, or a field occurs twice (line 1"},
                new String[] {"two", WHOLE + "{}", "missing value or wrong type"},
                new String[] {"a list", "[]", "missing value or wrong type at the beginning"},
                new String[] {"a problem", "{\"status\": 404}", "missing value or wrong type at attestation"},
                new String[] {"more", "{\"x\\u001b[2J\": 1, " + WHOLE.substring(1), "unknown field x\ufffd[2J"},
                new String[] {"no keys", "{\"attestation\": " + ATTESTATION + "}", "wrong type at keys"},
                new String[] {"no path", WHOLE.replace("\"path\":[],", ""), "wrong type at bundle/path"},
                new String[] {"null in path", bundle("0", "[null]"), "wrong type at bundle"},
                new String[] {"a number", WHOLE.replace("\"DIGEST\"", "7"), "wrong type at attestation/digest"},
                new String[] {"a fraction", bundle("0.5", "[]"), "wrong type at bundle/index"},
                new String[] {"a large number", bundle("9".repeat(60), "[]"), "a number is too large"},
                new String[] {"a very large number", bundle("9".repeat(600), "[]"), "too long"},
                new String[] {"half a character", WHOLE.replace("DIGEST", "\\ud83d"), "wrong type at attestation/digest"
                },
                new String[] {"twice", "{\"bundle\": null, " + WHOLE.substring(1), "occurs twice"},
                new String[] {"deep", "[".repeat(100_000), "wrong type at the beginning"},
                new String[] {"deep in place", "{\"keys\":".repeat(50_000), "nested too deeply"},
                new String[] {"deep elsewhere", "{\"x\":" + "[".repeat(50_000), "nested too deeply"},
                new String[] {"a long name", "{\"" + "a".repeat(100_000) + "\":1}", "too long"},
                new String[] {"a large file", " ".repeat(1 << 24) + "{}", "larger than 16 MiB"});
    }

    @Test
    void aLongTextIsComparedAndToldInBrief() throws IOException {
        var file = Files.writeString(folder.resolve("hostile.json"), WHOLE.replace("DIGEST", "a".repeat(100_000)));

        assertThat(new Verify(out::add, err::add).run(List.of(file.toString()))).isEqualTo(1);
        assertThat(out).allSatisfy(line -> assertThat(line).hasSizeLessThan(1_000));
        assertThat(out.getLast()).contains("the first difference is digest ");
    }

    /** Right in form, and not a word of it true. */
    @ParameterizedTest
    @CsvSource({"0, []", "-1, []", "9223372036854775807, []", "0, '[\"?\", \"\", \"AAAA\"]'"})
    void whatHasTheFormOfAReceiptIsCheckedAndFails(String index, String path) throws IOException {
        var file = Files.writeString(folder.resolve("hostile.json"), bundle(index, path));

        assertThat(new Verify(out::add, err::add).run(List.of(file.toString()))).isEqualTo(1);
        assertThat(err).isEmpty();
        assertThat(out.getLast()).contains("the first difference is digest ");
    }

    @ParameterizedTest(name = "verify {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''                 | the file to verify is missing
            a.json b.json      | unknown argument "b.json"
            a.json --keys      | --keys requires a file
            a.json --content   | --content requires a file
            --help             | unknown argument "--help"
            a.json --key k     | unknown argument "--key"
            missing.json       | the file does not exist
            .                  | cannot be read
            """)
    void whatCannotBeDoneIsSaidWithTheMend(String arguments, String told) {
        var list = arguments.isEmpty() ? List.<String>of() : List.of(arguments.split(" "));

        assertThat(new Verify(out::add, err::add).run(list)).isEqualTo(2);
        assertThat(err.getFirst()).contains(told);
        assertThat(err.getFirst()).containsAnyOf(VerifyArguments.USAGE, "save the response of the exchange again");
    }

    private static String bundle(String index, String path) {
        return OPEN.replace("INDEX", index).replace("PATH", path);
    }
}
