package pujiang.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program of before computed from the facts of a decision is said once more, and nothing else is. */
class DecisionRevisionsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest(name = "{0}: {1}, undecided {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {} |  | PERSONAL_INFORMATION
            {"product.deidStatus":"DE_IDENTIFIED"} | PERSONAL_INFORMATION |
            {"product.deidStatus":"ANONYMISED_CLAIMED"} |  | PERSONAL_INFORMATION
            {"product.deidStatus":"NOT_PI"} |  |
            {"product.deidStatus":"ANONYMISED_VERIFIED"} |  |
            {"product.deidStatus":"NOT_PI","product.minSubjectAge":13} | SENSITIVE OF_MINORS |
            {"product.deidStatus":"NOT_PI","product.minSubjectAge":14} | OF_MINORS |
            {"product.deidStatus":"NOT_PI","product.minSubjectAge":18} |  |
            {"product.deidStatus":"NOT_PI","product.minSubjectAge":null} |  |
            {"product.deidStatus":"NOT_PI","product.piCategories":["ORDINARY"]} |  |
            {"product.deidStatus":"NOT_PI","product.piCategories":["ORDINARY","FACE"]} | SENSITIVE |
            {"product.deidStatus":"NOT_PI","product.grade":"IMPORTANT"} | IMPORTANT_DATA |
            {"product.deidStatus":"NOT_PI","product.importantStatus":"DESIGNATED"} | IMPORTANT_DATA |
            {"product.deidStatus":"NOT_PI","product.importantStatus":"SUSPECTED"} | PERHAPS_IMPORTANT |
            {"product.deidStatus":"NOT_PI","buyer.location":"HK_MO_TW"} | CROSSES_THE_BORDER |
            {"product.deidStatus":"NOT_PI","buyer.remoteAccessFromAbroad":true} | CROSSES_THE_BORDER |
            {"product.deidStatus":"NOT_PI","product.sourceType":"PUBLIC_AUTHORISED"} | AUTHORISED_OPERATION |
            """)
    void aDecisionHasTheTraitsThatWereComputedFromItsFacts(String facts, String certain, String undecided) {
        var traits = read("ORDER", "", facts).at("/decision/traits");

        assertThat(names(traits.path("certain"))).isEqualTo(certain == null ? "" : certain);
        assertThat(names(traits.path("undecided"))).isEqualTo(undecided == null ? "" : undecided);
    }

    @ParameterizedTest(name = "{0}, {1} at {2}: {3}")
    @CsvSource({
        "CSL-23-1, OBLIGATION, ONBOARD, EXCHANGE",
        "PIPL-24-1, OBLIGATION, ORDER, BUYER",
        "PIPL-17-1, OBLIGATION, ORDER, VENDOR",
        "PIPL-57-1, OBLIGATION, POST, REPORTER",
        "DSL-33-3, DENY, POST, EXCHANGE",
        "DSL-33-3, DENY, ORDER, null",
        "CSL-23-1, REQUIRE_REVIEW, ONBOARD, null",
        "MY-1-1, OBLIGATION, ORDER, VENDOR"
    })
    void aFindingHasTheBearerThatItsRuleWasSaidToAddress(String rule, String outcome, String gate, String bearer) {
        var finding = """
                {"rule":"%s","outcome":"%s"}""".formatted(rule, outcome);

        assertThat(read(gate, finding, "{}").at("/decision/findings/0/bearer").toString())
                .isEqualTo(bearer.equals("null") ? bearer : "\"" + bearer + "\"");
    }

    private static JsonNode read(String gate, String findings, String facts) {
        var stored = """
                {"trade":"t","decision":{"gate":"%s","findings":[%s],"facts":%s}}"""
                .formatted(gate, findings, facts);
        return JSON.readTree(Upcasters.ofTheProgram().current("trade.review-continued", "1", stored.getBytes(UTF_8)));
    }

    private static String names(JsonNode list) {
        return String.join(" ", list.valueStream().map(JsonNode::asString).toList());
    }
}
