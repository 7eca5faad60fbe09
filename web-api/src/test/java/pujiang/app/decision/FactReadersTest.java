package pujiang.app.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Condition.Observation;
import pujiang.compliance.Decision;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Finding;
import pujiang.compliance.Gate;
import pujiang.compliance.Obligor;
import pujiang.compliance.Outcome;
import pujiang.compliance.Traits;
import pujiang.compliance.Truth;
import pujiang.compliance.Verdict;
import pujiang.trade.TradeParty;
import tools.jackson.databind.json.JsonMapper;

/** Which side reads the value of which fact; {@code -Dgolden=write} writes the page of it anew. */
@Execution(ExecutionMode.CONCURRENT)
class FactReadersTest {

    private static final Path PAGE = Path.of("..", "docs", "readers.md");
    private static final Audience NOBODY = new Audience(false, Set.of());
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void thePageOfTheReadersIsCurrent() throws IOException {
        if ("write".equals(System.getProperty("golden"))) Files.writeString(PAGE, page());

        assertThat(PAGE)
                .as("mend: mvn -pl web-api -am test -Dtest=FactReadersTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dgolden=write; then read who reads what more")
                .hasContent(page());
    }

    /** The pairs that somebody has had to ask about. */
    @ParameterizedTest
    @CsvSource({
        "product.rightsDispute, VENDOR",
        "product.grade, VENDOR",
        "seller.isCIIO, VENDOR",
        "pi.separateConsentProvide, VENDOR",
        "export.ytdNonSensitive, VENDOR",
        "export.splitting, VENDOR",
        "trade.harm, VENDOR",
        "buyer.isForeignJudicialBody, BUYER",
        "buyer.onControlList, BUYER",
        "buyer.location, BUYER",
        "use.automatedDecision, VENDOR BUYER",
        "price.amount, VENDOR BUYER",
        "trade.scenarioDeclared, VENDOR BUYER",
        "incident.level, VENDOR BUYER",
        "product.fromAnOlderDictionary, ''"
    })
    void aFactHasTheseReaders(String fact, String readers) {
        for (var tradeParty : TradeParty.values()) {
            assertThat(FactReaders.reads(tradeParty, fact))
                    .as("%s by the %s", fact, tradeParty)
                    .isEqualTo(readers.contains(tradeParty.name()));
        }
    }

    static Stream<Arguments> everyFactAndReader() {
        return Stream.concat(FactDictionary.all().stream().map(Fact::name), Stream.of("product.fromAnOlderDictionary"))
                .flatMap(fact -> Stream.of(
                                NOBODY,
                                new Audience(false, Set.of(TradeParty.VENDOR)),
                                new Audience(false, Set.of(TradeParty.BUYER)),
                                new Audience(false, Set.of(TradeParty.values())))
                        .map(reader -> Arguments.of(fact, reader)));
    }

    @ParameterizedTest
    @MethodSource("everyFactAndReader")
    void whoDoesNotReadAFactReadsNothingThatTellsItsValue(String fact, Audience reader) {
        var decision = found(fact);
        var seen = DecisionView.of(decision, reader).findings().getFirst();
        var condition = seen.conditions().getFirst();
        var written = JSON.writeValueAsString(DecisionView.of(decision, reader));

        assertThat(seen.title().en())
                .as("that a rule found something, everybody reads")
                .isEqualTo("a rule");
        assertThat(seen.remedy().en()).isEqualTo("mend it");
        assertThat(condition.fact()).isEqualTo(fact);
        var reads = reader.sides().stream().anyMatch(tradeParty -> FactReaders.reads(tradeParty, fact));
        assertThat(written.contains("the value")).isEqualTo(reads);
        assertThat(written.contains("the test")).isEqualTo(reads);
        assertThat(written.contains("the wish")).isEqualTo(reads);
        assertThat(condition.truth()).isEqualTo(reads ? Truth.TRUE : null);
        assertThat(condition.withheld() == null).isEqualTo(reads);
    }

    @Test
    void theExchangesOwnPeopleReadEverythingAsItIsStored() {
        for (var fact : FactDictionary.all()) {
            var whole = DecisionView.whole(found(fact.name()));

            assertThat(whole.readBy(Audience.STAFF)).isEqualTo(whole);
            assertThat(JSON.writeValueAsString(whole)).doesNotContain("withheld");
        }
    }

    @Test
    void whatIsWithheldSaysWhoseItIs() {
        var read = DecisionView.of(found("product.grade"), new Audience(false, Set.of(TradeParty.BUYER)));

        var condition = read.findings().getFirst().conditions().getFirst();
        assertThat(condition.withheld())
                .isEqualTo(
                        FactProvenance.of(FactDictionary.named("product.grade").orElseThrow())
                                .source());
    }

    /** Of a fact whose value, test and wish are words that stand nowhere else. */
    private static Decision found(String fact) {
        var text = new Bilingual("一条规则", "a rule");
        var seen = new Observation(fact, "the value", "the test", "the wish", Truth.TRUE);
        var finding = new Finding(
                "RULE-1",
                Outcome.OBLIGATION,
                text,
                text,
                "1",
                LocalDate.EPOCH,
                null,
                List.of(seen),
                new Bilingual("补救", "mend it"),
                Obligor.VENDOR);
        return new Decision(
                Verdict.ALLOW_WITH_OBLIGATIONS,
                Gate.ORDER,
                LocalDate.EPOCH,
                List.of(finding),
                List.of(),
                "sha-256:" + "ab".repeat(32),
                FactSheet.empty(),
                Map.of(),
                Traits.NONE);
    }

    private static String page() {
        return """
                # Who reads which fact

                Written from the table in `FactReaders`; do not edit. The exchange's own people read all of them. Who
                does not read a fact is told that a rule saw it, and neither its value nor what it was put to: see
                [0089](decisions/0089-who-reads-which-fact.md). Who reads which field of which event stands in
                [readers.txt](../web-api/src/main/resources/pujiang/app/history/readers.txt).

                | fact | vendor | buyer |
                | --- | --- | --- |
                %s
                """
                .formatted(FactDictionary.all().stream()
                        .map(fact -> row(fact.name()))
                        .collect(Collectors.joining("\n")));
    }

    private static String row(String fact) {
        return "| `%s` | %s |"
                .formatted(
                        fact,
                        Arrays.stream(TradeParty.values())
                                .map(tradeParty -> FactReaders.reads(tradeParty, fact) ? "reads" : "")
                                .collect(Collectors.joining(" | ")));
    }
}
