package pujiang.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.refusal.Refused;

/** What some program would take for a ZIP is one that does no harm, whatever it is called. */
class ArchiveTest {

    private static final List<String> TYPES = List.of("application/zip", "application/octet-stream", "text/csv");
    private static final byte[] UNDECODABLE = {'b', (byte) 0xc3, '.', 'c', 's', 'v'};
    private static final byte[] NONE = {};
    private static final int FILE = 0100644;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isRefusedWhateverItIsDeclaredAs(String what, byte[] archive, String code) throws Exception {
        for (var type : TYPES) assertThat(refusal(archive, type)).as(type).isEqualTo(code);
    }

    static Stream<Arguments> isRefusedWhateverItIsDeclaredAs() {
        return Stream.of(harmful(), ambiguous(), disguised()).flatMap(arguments -> arguments);
    }

    /** What one system unpacks and another cannot, or unpacks as something else; and what reads as something else. */
    private static Stream<Arguments> disguised() {
        return Stream.of(
                        List.of("A.csv", "a.csv"),
                        List.of("\u00e9.csv", "e\u0301.csv"),
                        List.of("a\u202egnp.exe"),
                        List.of("a/b\u200b.csv"),
                        List.of("a\nb.csv"),
                        List.of("con.csv"),
                        List.of("nul/a.csv"),
                        List.of("a.csv."),
                        List.of("a /b.csv"),
                        List.of("a.csv:evil"),
                        List.of("a".repeat(256)))
                .map(names -> {
                    var archive = new Zips();
                    names.forEach(archive::file);
                    return Arguments.of(names.toString(), archive.done(), "content.unsafe-entry");
                });
    }

    private static Stream<Arguments> harmful() {
        return Stream.of(
                Arguments.of(
                        "a name that cannot be read, and one that leads elsewhere",
                        new Zips()
                                .entry(UNDECODABLE, UNDECODABLE, FILE, NONE)
                                .file("../evil.txt")
                                .done(),
                        "content.unsafe-entry"),
                Arguments.of(
                        "a name that cannot be read",
                        new Zips().entry(UNDECODABLE, UNDECODABLE, FILE, NONE).done(),
                        "content.unsafe-entry"),
                Arguments.of("a way out", new Zips().file("a/../../b").done(), "content.unsafe-entry"),
                Arguments.of(
                        "the same path in two ways",
                        new Zips().file("a/b").file("a/./b").done(),
                        "content.unsafe-entry"),
                Arguments.of(
                        "a symbolic link",
                        new Zips()
                                .entry("link".getBytes(UTF_8), "link".getBytes(UTF_8), 0120777, NONE)
                                .done(),
                        "content.unsafe-entry"),
                Arguments.of(
                        "a device",
                        new Zips()
                                .entry("tty".getBytes(UTF_8), "tty".getBytes(UTF_8), 0020666, NONE)
                                .done(),
                        "content.unsafe-entry"));
    }

    private static Stream<Arguments> ambiguous() {
        return Stream.of(
                Arguments.of(
                        "another name for programs that know it",
                        new Zips()
                                .entry("a".getBytes(UTF_8), "a".getBytes(UTF_8), FILE, Zips.unicodePath("../a"))
                                .done(),
                        "content.unsafe-entry"),
                Arguments.of(
                        "another name before the entry",
                        new Zips()
                                .entry("../a".getBytes(UTF_8), "a/ab".getBytes(UTF_8), FILE, NONE)
                                .done(),
                        "content.not-an-archive"),
                Arguments.of(
                        "an entry that the directory does not name",
                        new Zips().hidden("../evil.txt").file("a").done(),
                        "content.not-an-archive"),
                Arguments.of("fewer entries than it says", new Zips().file("a").done(2), "content.not-an-archive"),
                Arguments.of(
                        "more entries than it says",
                        new Zips().file("a").file("b").done(1),
                        "content.not-an-archive"),
                Arguments.of(
                        "three million entries, it says",
                        new Zips().file("a").done(3_000_000),
                        "content.too-many-entries"),
                Arguments.of(
                        "a beginning without an end",
                        "PK\3\4 but no archive".getBytes(UTF_8),
                        "content.not-an-archive"),
                Arguments.of(
                        "one behind something else",
                        new Zips().bytes("day,pm25\n").file("../evil.txt").done(),
                        "content.unsafe-entry"));
    }

    @Test
    void itsEntriesAreCountedBeforeItsDirectoryIsRead() throws Exception {
        var zip = new Zips();
        IntStream.range(0, 100_001).forEach(number -> zip.file("f" + number));

        assertThat(refusal(zip.done(), "application/zip")).isEqualTo("content.too-many-entries");
    }

    @Test
    void whatProgramsWriteIsTaken() throws Exception {
        var many = new Zips();
        IntStream.range(0, 70_000).forEach(number -> many.file("f" + number));
        for (var type : TYPES) {
            assertThat(refusal(many.done(), type)).isEqualTo("none");
            assertThat(refusal(deflated(), type)).isEqualTo("none");
            assertThat(refusal(new Zips().file("数据/一.csv").file("a..b/c").done(), type))
                    .isEqualTo("none");
            assertThat(refusal(new Zips().done(), type)).isEqualTo("none");
            assertThat(refusal(new Zips().bytes("#!/bin/sh\n").file("a").done(), type))
                    .isEqualTo("none");
        }
        assertThat(refusal("day,pm25\n".getBytes(UTF_8), "text/csv")).isEqualTo("none");
        assertThat(refusal(NONE, "text/csv")).isEqualTo("none");
        assertThat(refusal("day,pm25\n".getBytes(UTF_8), "application/zip")).isEqualTo("content.not-an-archive");
    }

    /** Its sizes follow the data. */
    private static byte[] deflated() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setComment("a comment");
            for (var name : List.of("folder/", "folder/a.csv", "b.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) zip.write("one,two".repeat(1_000).getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private String refusal(byte[] bytes, String type) throws Exception {
        var file = Files.write(folder.resolve("upload"), bytes);
        var refused = catchThrowableOfType(Refused.class, () -> Archive.check(file, type));
        return refused == null ? "none" : refused.refusal().code();
    }
}
