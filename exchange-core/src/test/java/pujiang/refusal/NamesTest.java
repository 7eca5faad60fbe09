package pujiang.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.compliance.FactSheet;
import pujiang.participant.ParticipantId;
import pujiang.product.ProductCommand.RegisterProduct;
import pujiang.product.ProductDescription;
import pujiang.product.ProductDescription.Column;
import pujiang.product.ProductDescription.Frequency;
import pujiang.product.ProductId;
import pujiang.product.ProductProfile;

/** A name is what people see of it. */
class NamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C++ 代码样本",
                "上海空气质量（小时值）",
                "葛\uDB40\uDD00城", // a form of the first character, by selector
                "Île-de-France, 1 km²",
                "مؤشر الأسعار",
                "PM2.5 – 24 h ✓",
                "a\u00A0b"
            })
    void aNameOfAnyScriptPasses(String name) {
        assertThatCode(() -> Names.check("title", name)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            blanks alone              | 20 3000              | text.blank
            zero width alone          | 200B 200B 200B       | text.shows-nothing
            a filler of Hangul        | 3164                 | text.shows-nothing
            Braille without dots      | 2800 2800            | text.shows-nothing
            a mark on nothing         | 0301                 | text.shows-nothing
            a selector of nothing     | FE0F                 | text.shows-nothing
            private use               | E000                 | text.shows-nothing
            an override               | 61 202E 67 6E 70     | text.runs-backwards
            an embedding              | 61 202B 62           | text.runs-backwards
            an isolate                | 61 2067 62 2069      | text.runs-backwards
            zero width in between     | 61 200B 62           | text.hidden-character
            a joiner of graphemes     | 61 034F 62           | text.hidden-character
            a soft hyphen             | 61 00AD 62           | text.hidden-character
            a mark of direction       | 61 200F 62           | text.hidden-character
            a byte order mark         | FEFF 61              | text.hidden-character
            a tag                     | 61 E0061             | text.hidden-character
            no character yet          | 61 0378              | text.hidden-character
            nobody's character        | 61 F8FF              | text.hidden-character
            a selector after a blank  | 61 20 FE0F           | text.hidden-character
            a filler beside letters   | 61 3164 62           | text.hidden-character
            a line end                | 61 0A 62             | text.control-character
            a separator of lines      | 61 2028 62           | text.control-character
            """)
    void whatIsNotSeenOrRunsBackwardsIsRefused(String what, String characters, String code) {
        var name = characters(characters);

        assertThatThrownBy(() -> Names.check("title", name))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pm25.csv",
                "上海 PM2.5（小时值）.csv",
                "Île-de-France 2024.tar.gz",
                "README",
                "مؤشر.xlsx",
                "console.csv",
                "com10.txt",
                "a.con"
            })
    void aNameOfAFilePasses(String name) {
        assertThatCode(() -> Names.checkFile("name", name)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ../passwords   | text.not-a-file-name
            a\\b.csv        | text.not-a-file-name
            C:a.csv        | text.not-a-file-name
            a*.csv         | text.not-a-file-name
            "a".csv        | text.not-a-file-name
            a<b>.csv       | text.not-a-file-name
            .profile       | text.not-a-file-name
            a.csv.         | text.not-a-file-name
            ` a.csv`       | text.not-a-file-name
            `a.csv `       | text.not-a-file-name
            `  `           | text.blank
            ``             | text.blank
            con.csv        | text.name-of-a-device
            NUL            | text.name-of-a-device
            Aux.tar.gz     | text.name-of-a-device
            com1.txt       | text.name-of-a-device
            LPT³.csv       | text.name-of-a-device
            `prn .csv`     | text.name-of-a-device
            CONIN$         | text.name-of-a-device
            com0.          | text.name-of-a-device
            """)
    void aNameThatIsNoFilesIsRefused(String name, String code) {
        assertThatThrownBy(() -> Names.checkFile("name", name))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb.csv", "a\u202Egnp.exe", "a\u200B.csv", "a\u0000.csv"})
    void whatANameHidesAFileMayNotHideEither(String name) {
        assertThatThrownBy(() -> Names.checkFile("name", name)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> Names.checkFile("name", "x".repeat(201)))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.code()).isEqualTo("text.too-long"));
    }

    @Test
    void aNameOfAFileHasNoMoreBytesThanFileSystemsHold() {
        assertThatCode(() -> Names.checkFile("name", "值".repeat(85))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Names.checkFile("name", "值".repeat(86)))
                .isInstanceOfSatisfying(
                        Invalid.class, refused -> assertThat(refused.code()).isEqualTo("text.too-long-for-a-file"));
    }

    @Test
    void aProductIsNotRegisteredUnderSuchANameButOneThatOnceWasIsRead() {
        var hidden = described("abc\u202Egnp.exe", "hour");
        var column = described("Air", "ho\u200Bur");

        for (var each : List.of(hidden, column)) {
            assertThatThrownBy(() -> new RegisterProduct(
                            new ProductId("air"),
                            new ParticipantId("delta"),
                            each,
                            new ProductProfile(FactSheet.empty())))
                    .isInstanceOf(Invalid.class);
        }
    }

    private static ProductDescription described(String title, String column) {
        var schema = List.of(new Column(column, "timestamp", "start"));
        return new ProductDescription(title, "", schema, null, null, Frequency.HOURLY, 1, 1, "", "");
    }

    private static String characters(String codePoints) {
        var text = new StringBuilder();
        for (var each : codePoints.split(" ", -1)) text.appendCodePoint(Integer.parseInt(each, 16));
        return text.toString();
    }
}
