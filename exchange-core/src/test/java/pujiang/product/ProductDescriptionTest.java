package pujiang.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.product.ProductDescription.Column;
import pujiang.product.ProductDescription.Frequency;
import pujiang.refusal.Invalid;

class ProductDescriptionTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            textBlock =
                    """
            blank title,     description.title,         text.blank
            long title,      description.title,         text.too-long
            long summary,    description.summary,       text.too-long
            NUL in sample,   description.sample,        text.control-character
            blank column,    name,   text.blank
            many columns,    description.schema,        list.too-long
            end before start, description.to,           date.before-start
            negative rows,   description.rows,          number.out-of-range
            negative bytes,  description.bytes,         number.out-of-range
            """)
    void aDescriptionGuardsItself(String fault, String path, String code) {
        assertThatThrownBy(() -> faulty(fault)).isInstanceOfSatisfying(Invalid.class, invalid -> {
            assertThat(invalid.path()).isEqualTo(path);
            assertThat(invalid.code()).isEqualTo(code);
        });
    }

    private static ProductDescription faulty(String fault) {
        var from = LocalDate.of(2015, 12, 31);
        var to = fault.equals("end before start") ? LocalDate.of(2013, 1, 1) : from;
        var column = new Column(fault.equals("blank column") ? " " : "hour", "int", "");
        return new ProductDescription(
                fault.equals("blank title") ? "" : fault.equals("long title") ? "浦".repeat(201) : "浦".repeat(200),
                fault.equals("long summary") ? "x".repeat(4_001) : "x".repeat(4_000),
                Collections.nCopies(fault.equals("many columns") ? 1_001 : 1_000, column),
                from,
                to,
                Frequency.HOURLY,
                fault.equals("negative rows") ? -1 : 0,
                fault.equals("negative bytes") ? -1 : 0,
                fault.equals("NUL in sample") ? "a\u0000b" : "a\tb\n",
                "");
    }
}
