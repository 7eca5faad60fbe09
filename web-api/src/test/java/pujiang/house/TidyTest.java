package pujiang.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Small, and nothing left lying about. */
@Execution(ExecutionMode.CONCURRENT)
class TidyTest {

    private static final int METHOD_LINES = 40;
    /** Without package and imports: how a file names what it uses is no matter of its size. */
    private static final int FILE_LINES = 260;

    private static final int COLUMNS = 120;
    /** Markup nests deeper than code, and its expressions cannot always be broken. */
    private static final int TEMPLATE_COLUMNS = 140;

    private static final int COMMENT_MARKS = "/**  */".length();
    private static final long BLOB_BYTES = 200_000;

    private static final String[] WRITTEN = {
        ".java",
        ".drl",
        ".md",
        ".xml",
        ".yaml",
        ".yml",
        ".properties",
        ".sql",
        ".html",
        ".css",
        ".js",
        ".json",
        ".txt",
        ".ci/run",
        ".gitignore",
        ".gitattributes",
        ".editorconfig"
    };

    /** Real data, whole: see SOURCES.md beside it; and the interface, which is written by a test. */
    private static final Set<Path> LARGE = Set.of(
            Path.of("web-api/src/main/resources/demo/data/shanghai-pm25-2013-2015.csv"), Path.of("docs/openapi.json"));

    private static final Pattern LEFT_TO_DO = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b(?!.*#\\d)");
    private static final Pattern COMMENT = Pattern.compile("^ *(/\\*\\*|\\*) ");
    private static final Pattern LINK = Pattern.compile("]\\(([^()\\s#]+)(#[^()\\s]*)?\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");

    /** A long cohesive file is better than two that know each other; so those that are long may stay as they are. */
    @Test
    void aFileIsNotLongAndALongOneDoesNotGrow() {
        var most = longFiles();

        assertThat(House.files(".java").filter(file -> size(file) > most.getOrDefault(file, FILE_LINES)))
                .as(
                        "more than %d lines, or than long-files.txt records: take out what is a concept of its own",
                        FILE_LINES)
                .isEmpty();
        assertThat(most.keySet())
                .as("is long no more, so the record falls to nothing: delete its line in long-files.txt")
                .allMatch(file -> Files.exists(House.ROOT.resolve(file)) && size(file) > FILE_LINES);
        assertThat(most.entrySet())
                .as("has become shorter by a tenth: write the lower figure into long-files.txt")
                .allMatch(file -> 10 * size(file.getKey()) > 9 * file.getValue());
    }

    private static Map<Path, Integer> longFiles() {
        return lines(Path.of("web-api/src/test/resources/house/long-files.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(row -> Path.of(row[0]), row -> Integer.valueOf(row[1])));
    }

    private static int size(Path file) {
        return (int) lines(file).stream()
                .filter(line -> !line.startsWith("import ") && !line.startsWith("package "))
                .count();
    }

    @Test
    void aLineHasAtMost120Columns() {
        assertThat(linesWith(TidyTest::isLong, ".java", ".drl")).isEmpty();
    }

    @Test
    void aLineOfATemplateHasAtMost140Columns() {
        assertThat(linesWith(line -> line.codePointCount(0, line.length()) > TEMPLATE_COLUMNS, ".html"))
                .isEmpty();
    }

    /** The formatter does not count the marks of a comment, and joins again what was broken before them. */
    private static boolean isLong(String line) {
        var marks = COMMENT.matcher(line).find() ? COMMENT_MARKS : 0;
        return line.codePointCount(0, line.length()) > COLUMNS + marks;
    }

    @Test
    void nothingIsLeftToDoWithoutAnIssue() {
        assertThat(linesWith(line -> LEFT_TO_DO.matcher(line).find(), WRITTEN)).isEmpty();
    }

    @Test
    void noLineEndsInBlanks() {
        assertThat(linesWith(line -> !line.equals(line.stripTrailing()), WRITTEN))
                .isEmpty();
    }

    @Test
    void noLargeFileIsKeptHere() {
        assertThat(House.FILES.stream().filter(file -> bytes(file) > BLOB_BYTES))
                .hasSameElementsAs(LARGE);
    }

    @Test
    void everyPackageSaysWhatItIsAndThatItsNullsAreMarked() {
        assertThat(House.mainClasses().map(Path::getParent).distinct()).allSatisfy(folder -> {
            var info = folder.resolve("package-info.java");
            assertThat(House.ROOT.resolve(info)).exists();
            assertThat(House.read(info)).startsWith("/** ").contains("@NullMarked\npackage ");
        });
    }

    @Test
    void everyLinkInADocumentLeadsSomewhere() {
        assertThat(House.documents().flatMap(TidyTest::deadLinks)).isEmpty();
    }

    private static Stream<String> deadLinks(Path document) {
        return LINK.matcher(FENCED.matcher(House.read(document)).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(target -> !target.contains(":"))
                .filter(target -> Files.notExists(
                        House.ROOT.resolve(document).resolveSibling(target).normalize()))
                .map(target -> document + " → " + target);
    }

    @Test
    void aMethodHasAtMost40Lines() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(
                    House.files(".java").map(House.ROOT::resolve).toList());
            var task = (JavacTask) compiler.getTask(null, files, null, null, null, sources);
            var measure = new LongMethods(Trees.instance(task));
            for (var unit : task.parse()) measure.scan(unit, null);

            assertThat(measure.found).isEmpty();
            assertThat(measure.seen).as("methods that were measured").isGreaterThan(1_000);
        }
    }

    private static final class LongMethods extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final List<String> found = new ArrayList<>();
        private final Trees trees;
        private int seen;

        private LongMethods(Trees trees) {
            this.trees = trees;
        }

        /** From the brace to the brace: a table of cases above a test is no code. */
        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void none) {
            var unit = getCurrentPath().getCompilationUnit();
            if (method.getBody() != null) {
                seen++;
                long lines = lines(unit, method);
                if (lines > METHOD_LINES)
                    found.add(unit.getSourceFile().getName() + ": " + method.getName() + " " + lines);
            }
            return super.visitMethod(method, null);
        }

        private long lines(CompilationUnitTree unit, MethodTree method) {
            var places = trees.getSourcePositions();
            var map = unit.getLineMap();
            return map.getLineNumber(places.getEndPosition(unit, method.getBody()))
                    - map.getLineNumber(places.getStartPosition(unit, method.getBody()))
                    + 1;
        }
    }

    private static Stream<String> linesWith(Predicate<String> fault, String... endings) {
        return House.files(endings).flatMap(file -> {
            var lines = lines(file);
            return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                    .filter(i -> fault.test(lines.get(i)))
                    .map(i -> file + ":" + (i + 1));
        });
    }

    private static List<String> lines(Path file) {
        return House.read(file).lines().toList();
    }

    private static long bytes(Path file) {
        return House.ROOT.resolve(file).toFile().length();
    }
}
