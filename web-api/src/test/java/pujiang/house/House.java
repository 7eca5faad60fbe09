package pujiang.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pujiang.host.PujiangApplication;

/** The files and classes of the house. What git ignores is not part of it. */
final class House {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static final List<String> MODULES = List.of("exchange-core", "compliance-rules", "settlement", "web-api");

    /** Of which every package is a part. */
    static final String PACKAGE = parent(PujiangApplication.class.getPackageName());

    /** Without the tests. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(PACKAGE);

    static final List<Path> FILES = files();

    private House() {}

    static Stream<Path> files(String... endings) {
        return FILES.stream().filter(file -> Stream.of(endings)
                .anyMatch(ending -> file.toString().endsWith(ending)));
    }

    static Stream<Path> mainClasses() {
        return files(".java").filter(file -> file.toString().contains("src/main/java"));
    }

    static Stream<Path> documents() {
        return files(".md");
    }

    static String read(Path file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String parent(String packageName) {
        return packageName.substring(0, packageName.lastIndexOf('.'));
    }

    private static List<Path> files() {
        var ignored = read(Path.of(".gitignore")).lines().map(House::pattern).toList();
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return hidden(folder, ignored) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!hidden(file, ignored)) found.add(ROOT.relativize(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.stream().sorted().toList();
    }

    /** As much of the format of .gitignore as ours uses: names, globs, and a leading slash for the top. */
    private static PathMatcher pattern(String line) {
        var name = line.endsWith("/") ? line.substring(0, line.length() - 1) : line;
        var glob = name.startsWith("/") ? name.substring(1) : "{,**/}" + name;
        return ROOT.getFileSystem().getPathMatcher("glob:" + glob);
    }

    private static boolean hidden(Path file, List<PathMatcher> ignored) {
        var inside = ROOT.relativize(file);
        return inside.endsWith(".git") || ignored.stream().anyMatch(each -> each.matches(inside));
    }
}
