package pujiang.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.compliance.FactSheet;
import pujiang.compliance.Trait;
import pujiang.compliance.Traits;

/** What CBDF arts. 5, 7 and 8 count: persons, apart by whether their data is sensitive. */
class ExportShareTest {

    @ParameterizedTest(name = "{0}, undecided {1}, {2} persons: {3}")
    @CsvSource(
            nullValues = "?",
            textBlock =
                    """
            CROSSES_THE_BORDER PERSONAL_INFORMATION,           ?,                    7, ordinary
            CROSSES_THE_BORDER,                                PERSONAL_INFORMATION, 7, ordinary
            CROSSES_THE_BORDER PERSONAL_INFORMATION SENSITIVE, ?,                    7, sensitive
            CROSSES_THE_BORDER SENSITIVE,                      PERSONAL_INFORMATION, 7, sensitive
            CROSSES_THE_BORDER PERSONAL_INFORMATION,           SENSITIVE,            7, ordinary
            CROSSES_THE_BORDER PERSONAL_INFORMATION,           ?,                    0, ordinary
            CROSSES_THE_BORDER PERSONAL_INFORMATION,           ?,                    ?, none
            CROSSES_THE_BORDER SENSITIVE,                      ?,                    7, none
            PERSONAL_INFORMATION,                              CROSSES_THE_BORDER,   7, none
            PERSONAL_INFORMATION,                              ?,                    7, none
            """)
    void whatLeavesTheMainlandAndMayBePersonalIsCounted(
            String certain, String undecided, Integer persons, String counted) {
        var facts = new HashMap<String, Object>();
        facts.put("product.subjectCount", persons);

        var share = ExportShare.of(FactSheet.of(facts), new Traits(traits(certain), traits(undecided)));

        if (counted.equals("none")) assertThat(share).isEmpty();
        else assertThat(share).contains(new ExportShare(persons, counted.equals("sensitive")));
    }

    private static Set<Trait> traits(String names) {
        if (names == null) return Set.of();
        return Arrays.stream(names.split(" ")).map(Trait::valueOf).collect(Collectors.toSet());
    }
}
