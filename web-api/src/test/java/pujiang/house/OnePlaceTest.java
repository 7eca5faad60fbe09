package pujiang.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is done in one place, or in one way. Tests may do it once more for themselves: they compare. */
@Execution(ExecutionMode.CONCURRENT)
class OnePlaceTest {

    static Stream<Arguments> places() {
        return Stream.of(
                arguments("a digest", "MessageDigest\\.getInstance", Set.of("Sha256.java")),
                arguments("the zone of the exchange", "\"Asia/Shanghai\"", Set.of("Shanghai.java")),
                // Days bounds what a request may say, whatever the zone.
                arguments("a day", "atStartOfDay|LocalDate\\.(now|ofInstant)\\(", Set.of("Shanghai.java", "Days.java")),
                // Statements are sent by JdbcClient; ledger and log, which know no Spring, by JDBC itself.
                arguments("another client of the database", "JdbcTemplate|JdbcOperations", Set.of()),
                arguments(
                        "SQL in lower case",
                        "(?m)(\"|^ +)(select [\\w*(]|insert into|delete from|update \\w+ set|order by|where \\w+ )",
                        Set.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void itIsDoneInOnePlace(String what, String done, Set<String> places) {
        var pattern = Pattern.compile(done);

        var found = House.files(".java")
                .filter(OnePlaceTest::isOfTheProgram)
                .filter(file -> pattern.matcher(House.read(file)).find())
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());

        assertThat(found).as("%s: use %s", what, places).isEqualTo(places);
    }

    private static boolean isOfTheProgram(Path file) {
        var path = file.toString().replace('\\', '/');
        return path.contains("src/main/") || path.contains("src/bench/");
    }
}
