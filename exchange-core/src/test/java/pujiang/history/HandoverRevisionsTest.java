package pujiang.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What was delivered before there were kinds of handover is a file. */
class HandoverRevisionsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    trade.delivery-held    | 3 | ,"fileName":"pm25.csv" | "pm25.csv"
                    trade.delivery-made    | 3 | ,"fileName":null       | null
                    trade.delivery-refused | 2 | ``                     | null
                    """)
    void aBareFileIsAHandoverOfAFile(String event, String revision, String field, String name) {
        assertThat(read(event, revision, "{\"content\":{\"size\":3},\"due\":\"x\"%s}".formatted(field)))
                .isEqualTo("{\"due\":\"x\",\"handover\":{\"kind\":\"FILE\",\"content\":{\"size\":3},\"name\":%s}}"
                        .formatted(name));
    }

    private static String read(String event, String revision, String stored) {
        var current = Upcasters.ofTheProgram().current(event, revision, stored.getBytes(UTF_8));
        return JSON.readTree(current).toString();
    }
}
