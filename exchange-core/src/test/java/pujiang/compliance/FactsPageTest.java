package pujiang.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of the facts is written from the table; {@code -Dgolden=write} writes it anew. */
class FactsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "facts.md");

    @Test
    void thePageOfTheFactsIsCurrent() throws IOException {
        if ("write".equals(System.getProperty("golden"))) Files.writeString(PAGE, page());

        assertThat(PAGE)
                .as("mend: mvn -pl exchange-core test -Dtest=FactsPageTest -Dgolden=write")
                .hasContent(page());
    }

    private static String page() {
        var steps = Stream.of(StatementChannel.values())
                .map(statementChannel -> "| %s | %s | %s |"
                        .formatted(named(statementChannel), statementChannel.meaning(), statementChannel.source()))
                .collect(Collectors.joining("\n"));
        var facts = FactDictionary.all().stream().map(FactsPageTest::row).collect(Collectors.joining("\n"));
        return """
                # Who states what to the law

                Written from the table in `FactProvenanceTable`; do not edit.

                | step | who states it, when | source in a decision |
                | --- | --- | --- |
                %s

                A value that needs proof and is stated without papers stays a claim: to the law the fact is unknown,
                until it is stated about one recipient, with evidence, or an officer or operator files an assessment
                that confirms it. A party's word against itself is taken. An assessment that has lapsed proves nothing
                any more. What a party states anyway it may also prove, for one trade, by a document that an officer
                has asked for in a review (source DOCUMENT).

                | fact | 事实 | what it says | stated at | needs proof |
                | --- | --- | --- | --- | --- |
                %s
                """
                .formatted(steps, facts);
    }

    private static String row(Fact<?> fact) {
        var factProvenance = FactProvenance.of(fact);
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        fact.name(),
                        fact.term(),
                        fact.meaning(),
                        factProvenance.at().stream().map(FactsPageTest::named).collect(Collectors.joining(", ")),
                        factProvenance.proof().wanted());
    }

    private static String named(StatementChannel statementChannel) {
        return statementChannel.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
