package pujiang.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.law.RuleBook;

/** What a rule means, and who bears it, is said where the rules are: no other module knows a rule by its id. */
@Execution(ExecutionMode.CONCURRENT)
class LawSaidOnceTest {

    private static final Path ROOT = Path.of("..");

    /** It says what an earlier program computed, and is changed by no rule. */
    private static final String HISTORY = "DecisionRevisions.java";

    private static final Pattern RULE = Pattern.compile("(?m)^rule \"([A-Z0-9-]+)");
    private static final Pattern TEXT = Pattern.compile("\"([A-Z0-9]+(?:-[0-9]+)+)\"");

    static Stream<Arguments> modules() {
        return Stream.of(arguments("exchange-core", 100), arguments("settlement", 20), arguments("web-api", 300));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("modules")
    void noOtherModuleKnowsARuleByItsId(String module, int least) throws IOException {
        var rules = rules();
        var families = new TreeSet<String>();
        rules.forEach(rule -> families.add(family(rule)));
        var files = sources(module);
        assertThat(rules).as("the book has rules").hasSizeGreaterThan(80);
        assertThat(files).as("a test that reads nothing finds nothing").hasSizeGreaterThan(least);

        for (var file : files) {
            var named = TEXT.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(id -> families.contains(family(id)))
                    .toList();
            assertThat(named)
                    .as("%s: ask the decision, its traits or bearers, or Provisions", file)
                    .isEmpty();
        }
    }

    private static Set<String> rules() {
        var rules = new TreeSet<String>();
        RuleBook.ownTexts()
                .values()
                .forEach(text -> RULE.matcher(text).results().forEach(rule -> rules.add(rule.group(1))));
        return rules;
    }

    private static String family(String id) {
        return id.substring(0, id.indexOf('-'));
    }

    private static List<Path> sources(String module) throws IOException {
        try (var files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith(HISTORY))
                    .toList();
        }
    }
}
