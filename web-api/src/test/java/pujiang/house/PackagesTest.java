package pujiang.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import pujiang.app.command.Commands;
import pujiang.host.wiring.Progress;
import pujiang.web.problem.Problem;

/** Which package knows which; {@code -Dgolden=write} draws it anew. */
@Execution(ExecutionMode.CONCURRENT)
class PackagesTest {

    private static final Path PAGE = House.ROOT.resolve("docs/packages.md");
    private static final Pattern SENTENCE = Pattern.compile("/\\*\\*(.+?)\\*/", Pattern.DOTALL);

    private static final List<String> ROOTS = Stream.of(Commands.class, Problem.class, Progress.class)
            .map(each -> House.parent(each.getPackageName()))
            .toList();

    /** The roots of the running program stand apart: their features are its modules, and {@link WallsTest} holds them. */
    private static final ApplicationModules HOUSE =
            ApplicationModules.of(House.PACKAGE, describe("of the running program", each -> ROOTS.stream()
                    .anyMatch(root -> (each.getPackageName() + ".").startsWith(root + "."))));

    private static final Map<String, ApplicationModules> PROGRAM = ROOTS.stream()
            .collect(Collectors.toMap(root -> root, ApplicationModules::of, (one, _) -> one, TreeMap::new));

    @Test
    void noTwoPackagesDependOnEachOtherInACircle() {
        verify();
    }

    @Test
    void theMapOfThePackagesIsCurrent() throws Exception {
        verify();
        var page = page();
        if ("write".equals(System.getProperty("golden"))) Files.writeString(PAGE, page);

        assertThat(PAGE)
                .as("fix: mvn -pl web-api -am test -Dtest=PackagesTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dgolden=write; then read what changed")
                .hasContent(page);
    }

    private static void verify() {
        HOUSE.verify();
        PROGRAM.values().forEach(ApplicationModules::verify);
    }

    private static String page() {
        return """
                # Which package knows which

                Written from the classes themselves; do not edit. An arrow is left out where a longer way says the \
                same; the tables are complete.

                ## The house

                %s
                %s"""
                .formatted(
                        drawn(HOUSE),
                        PROGRAM.entrySet().stream()
                                .map(root -> "## The running program: `%s`\n\n%s"
                                        .formatted(root.getKey(), drawn(root.getValue())))
                                .collect(Collectors.joining("\n")));
    }

    private static String drawn(ApplicationModules modules) {
        var knows = new TreeMap<String, Set<String>>();
        modules.stream()
                .filter(module -> !module.isRootModule())
                .forEach(module -> knows.put(
                        name(module),
                        module.getDirectDependencies(modules)
                                .uniqueModules()
                                .map(PackagesTest::name)
                                .collect(Collectors.toCollection(TreeSet::new))));
        var rows = modules.stream()
                .filter(module -> !module.isRootModule())
                .sorted()
                .map(module -> "| `%s` | %s | %s |\n"
                        .formatted(name(module), sentence(module), String.join(", ", knows.get(name(module)))))
                .collect(Collectors.joining());
        return "```mermaid\nflowchart TD\n%s```\n\n| package | what it is | knows |\n| --- | --- | --- |\n%s"
                .formatted(arrows(knows), rows);
    }

    private static String arrows(Map<String, Set<String>> knows) {
        return knows.entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .filter(known -> each.getValue().stream().noneMatch(way -> reaches(way, known, knows)))
                        .map(known -> "    %s --> %s\n".formatted(each.getKey(), known)))
                .collect(Collectors.joining());
    }

    /** Ends, because there are no circles. */
    private static boolean reaches(String from, String to, Map<String, Set<String>> knows) {
        var known = knows.getOrDefault(from, Set.of());
        return known.contains(to) || known.stream().anyMatch(way -> reaches(way, to, knows));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static String sentence(ApplicationModule module) {
        var info = module.getBasePackage().getName().replace('.', '/') + "/package-info.java";
        var file = House.mainClasses().filter(each -> each.endsWith(info)).findFirst();
        var text = SENTENCE.matcher(House.read(file.orElseThrow(() -> new AssertionError(info + " is missing"))));
        assertThat(text.find()).as(info).isTrue();
        return text.group(1).replaceAll("\\s+\\*?\\s*", " ").strip();
    }
}
