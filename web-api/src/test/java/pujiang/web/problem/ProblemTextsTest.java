package pujiang.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import pujiang.refusal.Refusal;

class ProblemTextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)}");
    private static final Pattern GUARD = Pattern.compile("Invalid\\s*\\.at\\(\\s*[^,]+,\\s*\"([^\"]+)\"");

    @Test
    void everyRefusalIsToldInEveryLanguageWithArgumentsThatItHas() {
        for (var refusal : Specimens.ofAll()) {
            var components = Arrays.stream(refusal.getClass().getRecordComponents())
                    .map(component -> component.getName())
                    .toList();
            for (var language : ProblemTexts.LANGUAGES) {
                var texts = ProblemTexts.in(language);
                assertThat(texts.title(refusal.code())).isNotEqualTo(refusal.code());
                assertThat(texts.mend(refusal.code())).isNotEqualTo(refusal.code());
                assertThat(arguments(texts.pattern(refusal.code()))).isSubsetOf(components);
            }
        }
    }

    @Test
    void everyCodeBelongsToOneRefusal() {
        assertThat(Specimens.ofAll()).extracting(Refusal::code).doesNotHaveDuplicates();
    }

    @Test
    void everyFamilyOfRefusalsHasItsStatuses() {
        var scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return !definition.getMetadata().isInterface();
            }
        };
        scan.addIncludeFilter(new AssignableTypeFilter(Refusal.class));

        assertThat(scan.findCandidateComponents("pujiang")).isNotEmpty().allSatisfy(kind -> assertThat(
                        Specimens.ofAll())
                .as("%s is in none of Problems.FAMILIES", kind.getBeanClassName())
                .anyMatch(known -> known.getClass().getName().equals(kind.getBeanClassName())));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(Locale.CHINESE)).isEqualTo(keys(Locale.ENGLISH));
    }

    @Test
    void everyCodeOfAGuardIsToldInEveryLanguage() throws IOException {
        var codes = new TreeSet<String>();
        for (var module : List.of("exchange-core", "compliance-rules", "settlement", "web-api")) {
            var sources = Path.of("..", module, "src", "main", "java");
            if (!Files.exists(sources)) continue;
            try (var files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(ProblemTextsTest::read)
                        .forEach(source -> GUARD.matcher(source).results().forEach(hit -> codes.add(hit.group(1))));
            }
        }

        assertThat(codes).contains("id.malformed", "number.out-of-range", "money.too-fine");
        assertThat(keys(Locale.ENGLISH))
                .containsAll(codes.stream().map(code -> "field." + code).toList());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern).results().map(hit -> hit.group(1)).toList();
    }

    private static SortedSet<String> keys(Locale language) {
        var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        var bundle = ResourceBundle.getBundle("problems", language, control);
        assertThat(bundle.getLocale()).isIn(language, Locale.ROOT);
        return new TreeSet<>(bundle.keySet());
    }
}
