package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pujiang.compliance.Gate;
import pujiang.compliance.Obligor;

/** A rule from which an obligation may follow names who bears it. */
class BearersTest {

    private static final String FILE = "csl/art-23.drl";
    private static final String TAG = "    @bearer(\"EXCHANGE\")\n";

    @Test
    void aFindingCarriesTheBearerThatItsRuleNames() {
        var question = Cases.question("P1", Gate.ONBOARD, Map.of("log.retentionMonths", 3));

        assertThat(Cases.LAW.review(question).findings())
                .filteredOn(finding -> finding.rule().equals("CSL-23-1"))
                .singleElement()
                .extracting(finding -> finding.bearer())
                .isEqualTo(Obligor.EXCHANGE);
    }

    @Test
    void aBookWithAnObligationThatNobodyBearsIsRefusedByFileAndLine() {
        var text = RuleBook.text(FILE).replace(TAG, "");
        var line = text.substring(0, text.indexOf("rule \"CSL-23-1\"")).lines().count() + 1;

        assertThat(Draft.of(with(FILE, text)).faults())
                .contains(new DraftFault(
                        FILE, (int) line, "@bearer is missing; an obligation may follow from this rule"));
        assertThatExceptionOfType(DraftFaults.class)
                .isThrownBy(() -> Draft.of(with(FILE, text)).compiled());
    }

    @Test
    void aBearerThatNobodyIsIsRefused() {
        var text = RuleBook.text(FILE).replace("@bearer(\"EXCHANGE\")", "@bearer(\"STATE\")");

        assertThat(Draft.of(with(FILE, text)).faults())
                .singleElement()
                .extracting(DraftFault::what)
                .asString()
                .contains("expected one of [VENDOR, BUYER, EXCHANGE, REPORTER] in @bearer");
    }

    /** It may be in force since before rules named their bearers. */
    @Test
    void aBookThatWasLetInBeforeHasTheBearersOfTheProgramsOwn() {
        var book = Draft.kept(with(FILE, RuleBook.text(FILE).replace(TAG, ""))).compiled();

        assertThat(book.rule("CSL-23-1").bearer()).isEqualTo(Obligor.EXCHANGE);
    }

    private static Map<String, String> with(String file, String text) {
        var texts = new TreeMap<>(RuleBook.ownTexts());
        texts.put(file, text);
        return texts;
    }
}
