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
                new String[] {"nothing", "", "expected is missing"},
                new String[] {"null", "null", "only null"},
                new String[] {"a page", "<html>", "not JSON, or a field is given twice (line 1, column 1)"},
                new String[] {"broken off", WHOLE.substring(0, 90), "not JSON, or a field is given twice (line 1"},
                new String[] {"two", WHOLE + "{}", "missing or of another kind"},
                new String[] {"a list", "[]", "missing or of another kind at the beginning"},
                new String[] {"a problem", "{\"status\": 404}", "missing or of another kind at attestation"},
                new String[] {"more", "{\"x\\u001b[2J\": 1, " + WHOLE.substring(1), "the field x\ufffd[2J"},
                new String[] {"no keys", "{\"attestation\": " + ATTESTATION + "}", "another kind at keys"},
                new String[] {"no path", WHOLE.replace("\"path\":[],", ""), "another kind at bundle/path"},
                new String[] {"null in path", bundle("0", "[null]"), "another kind at bundle"},
                new String[] {"a number", WHOLE.replace("\"DIGEST\"", "7"), "another kind at attestation/digest"},
                new String[] {"a fraction", bundle("0.5", "[]"), "another kind at bundle/index"},
                new String[] {"a large number", bundle("9".repeat(60), "[]"), "too large a number"},
                new String[] {"a very large number", bundle("9".repeat(600), "[]"), "too long"},
                new String[] {
                    "half a character", WHOLE.replace("DIGEST", "\\ud83d"), "another kind at attestation/digest"
                },
                new String[] {"twice", "{\"bundle\": null, " + WHOLE.substring(1), "given twice"},
                new String[] {"deep", "[".repeat(100_000), "another kind at the beginning"},
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
            ''                 | no receipt is named
            a.json b.json      | "b.json" is not understood
            a.json --keys      | --keys needs a file
            a.json --content   | --content needs a file
            --help             | "--help" is not understood
            a.json --key k     | "--key" is not understood
            missing.json       | there is no such file
            .                  | cannot be read
            """)
    void whatCannotBeDoneIsSaidWithTheMend(String arguments, String told) {
        var list = arguments.isEmpty() ? List.<String>of() : List.of(arguments.split(" "));

        assertThat(new Verify(out::add, err::add).run(list)).isEqualTo(2);
        assertThat(err.getFirst()).contains(told);
        assertThat(err.getFirst()).containsAnyOf(Wanted.USAGE, "save the exchange's answer again");
    }

    private static String bundle(String index, String path) {
        return OPEN.replace("INDEX", index).replace("PATH", path);
    }
}
