package pujiang.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What things are called: classes by words of the field, addresses by the feature that answers them. */
class WordsTest {

    private static final Pattern NO_WORD_OF_THE_FIELD =
            Pattern.compile(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Service|Factory)");

    private static final String INTERFACE = "/api/v1/";

    /**
     * The first segments after {@code /api/v1} that each package answers. One that is not in the table is a decision
     * about the interface, not an accident. Deliveries, the evidence and
     * the explanations are read at the trade that they belong to.
     */
    private static final Map<String, Set<String>> ADDRESSES = Map.ofEntries(
            Map.entry("participant", Set.of("participants")),
            Map.entry("product", Set.of("products")),
            Map.entry("listing", Set.of("listings")),
            Map.entry("quote", Set.of("quotes")),
            Map.entry("trade", Set.of("exceptions", "reviews", "trades")),
            Map.entry("delivery", Set.of("contents", "downloads", "trades")),
            Map.entry("obligation", Set.of("obligations")),
            Map.entry("recall", Set.of("recalls")),
            Map.entry("watch", Set.of("afterwards", "trades")),
            Map.entry("settlement", Set.of("accounts", "bank-bookings", "ledger")),
            Map.entry("evidence", Set.of("keys", "log", "trades")),
            Map.entry("operation", Set.of("operations")),
            Map.entry("security", Set.of("access-log", "me", "tokens", "users")),
            Map.entry("change", Set.of("changes")),
            Map.entry("evaluate", Set.of("evaluations")),
            Map.entry("fsck", Set.of("fsck")),
            Map.entry("rulebook", Set.of("rule-book", "rule-drafts")),
            Map.entry("explanation", Set.of("decisions", "listings", "participants", "trades")));

    @Test
    void aClassIsNamedByAWordOfTheField() {
        assertThat(House.CLASSES.stream().map(JavaClass::getSimpleName))
                .noneMatch(name -> NO_WORD_OF_THE_FIELD.matcher(name).matches());
    }

    @Test
    void anAddressBeginsWithTheFeatureThatAnswersIt() {
        var found = new TreeMap<String, Set<String>>();
        House.CLASSES.stream()
                .filter(each -> each.isMetaAnnotatedWith(Controller.class))
                .map(JavaClass::reflect)
                .forEach(each -> segments(each)
                        .forEach(segment -> found.computeIfAbsent(feature(each), _ -> new TreeSet<>())
                                .add(segment)));

        assertThat(found).isEqualTo(ADDRESSES);
    }

    private static Stream<String> segments(Class<?> controller) {
        return Stream.of(controller.getDeclaredMethods())
                .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                .flatMap(method ->
                        paths(method).flatMap(path -> paths(controller).map(base -> base + path)))
                .filter(path -> path.startsWith(INTERFACE))
                .map(path -> path.substring(INTERFACE.length()).split("/", 2)[0]);
    }

    /** Of a class or a method; one that names no path adds nothing to it. */
    private static Stream<String> paths(AnnotatedElement mapped) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(mapped, RequestMapping.class);
        return mapping == null || mapping.path().length == 0 ? Stream.of("") : Stream.of(mapping.path());
    }

    private static String feature(Class<?> controller) {
        var name = controller.getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
