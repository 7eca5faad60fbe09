package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of the law is written from the rule book; {@code -Dgolden=write} writes it anew. */
class LawPageTest {

    private static final Path PAGE = Path.of("..", "docs", "law.md");

    @Test
    void thePageOfTheLawIsCurrent() throws IOException {
        var page = page(Cases.LAW.book());
        if ("write".equals(System.getProperty("golden"))) Files.writeString(PAGE, page);

        assertThat(PAGE)
                .as("mend: mvn -pl compliance-rules -am test -Dgolden=write")
                .hasContent(page);
    }

    private static String page(RuleBook book) {
        var rows = book.rules().stream().map(LawPageTest::row).collect(Collectors.joining("\n"));
        return """
                # The rules in the book

                Written from the rules themselves; do not edit. \
                Files are under `compliance-rules/src/main/resources/law/`.
                The texts are paraphrases: engineering input, not legal advice.

                | rule | 规则 | what it asks | instrument | article | gates | in force | file |
                | --- | --- | --- | --- | --- | --- | --- | --- |
                %s
                """
                .formatted(rows);
    }

    private static String row(Rule rule) {
        var gates = rule.gates().stream().map(Enum::name).collect(Collectors.joining(", "));
        var until = rule.to() == null ? "" : rule.to().toString();
        return "| %s | %s | %s | %s %s | %s | %s | %s – %s | [%s](../compliance-rules/src/main/resources/law/%s) |"
                .formatted(
                        rule.id(),
                        rule.title().zh(),
                        rule.title().en(),
                        rule.instrument().name().zh(),
                        rule.instrument().name().en(),
                        rule.article(),
                        gates,
                        rule.from(),
                        until,
                        rule.file(),
                        rule.file())
                .replace("–  |", "– |");
    }
}
