package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.FactSheet;

/** What CBDF arts. 5, 7 and 8 count: persons, apart by whether their data is sensitive. */
class ExportShareTest {

    @ParameterizedTest(name = "to {0} (remote access: {1}), {2} data of {3} persons: {4}")
    @CsvSource(
            nullValues = "?",
            textBlock =
                    """
            FOREIGN,  ?,     IDENTIFIABLE,        7, true
            HK_MO_TW, ?,     IDENTIFIABLE,        7, true
            FOREIGN,  ?,     DE_IDENTIFIED,       7, true
            FOREIGN,  ?,     ANONYMISED_CLAIMED,  7, true
            FOREIGN,  ?,     ?,                   7, true
            FOREIGN,  ?,     IDENTIFIABLE,        0, true
            MAINLAND, true,  IDENTIFIABLE,        7, true
            ?,        true,  IDENTIFIABLE,        7, true
            MAINLAND, false, IDENTIFIABLE,        7, false
            MAINLAND, ?,     IDENTIFIABLE,        7, false
            ?,        ?,     IDENTIFIABLE,        7, false
            FOREIGN,  ?,     NOT_PI,              7, false
            FOREIGN,  ?,     ANONYMISED_VERIFIED, 7, false
            FOREIGN,  ?,     IDENTIFIABLE,        ?, false
            """)
    void whatLeavesTheMainlandAndMayBePersonalIsCounted(
            String location, Boolean remote, String status, Integer persons, boolean counted) {
        var facts = new HashMap<String, Object>();
        facts.put("buyer.location", location);
        facts.put("buyer.remoteAccessFromAbroad", remote);
        facts.put("product.deidStatus", status);
        facts.put("product.subjectCount", persons);

        var share = ExportShare.of(FactSheet.of(facts));

        assertThat(share.isPresent()).isEqualTo(counted);
        share.ifPresent(held -> assertThat(held.persons()).isEqualTo(persons.longValue()));
    }

    @ParameterizedTest(name = "{0}, the youngest {1}: sensitive {2}")
    @CsvSource(
            nullValues = "?",
            textBlock =
                    """
            ORDINARY,        ?,  false
            ORDINARY,        14, false
            ORDINARY,        13, true
            HEALTH,          40, true
            ORDINARY;HEALTH, 40, true
            FACE,            ?,  true
            ?,               14, false
            ?,               13, true
            """)
    void dataIsSensitiveByItsKindOrByThePersonsAge(String kinds, Integer youngest, boolean sensitive) {
        var facts = new HashMap<String, Object>();
        facts.put("buyer.location", "FOREIGN");
        facts.put("product.subjectCount", 1);
        facts.put("product.piCategories", kinds == null ? null : List.of(kinds.split(";")));
        facts.put("product.minSubjectAge", youngest);

        assertThat(ExportShare.of(FactSheet.of(facts))).contains(new ExportShare(1, sensitive));
    }
}
