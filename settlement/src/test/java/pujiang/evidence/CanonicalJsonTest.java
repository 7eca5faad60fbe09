package pujiang.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8785, as far as statements use it. */
class CanonicalJsonTest {

    @Test
    void membersAreOrderedByUtf16CodeUnitsAsInTheRfcsOwnExample() {
        var members = new LinkedHashMap<String, String>();
        members.put("\u20ac", "Euro Sign");
        members.put("\r", "Carriage Return");
        members.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        members.put("1", "One");
        members.put("\ud83d\ude00", "Emoji: Grinning Face");
        members.put("\u0080", "Control");
        members.put("\u00f6", "Latin Small Letter O With Diaeresis");

        assertThat(CanonicalJson.of(members))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @Test
    void onlyWhatMustBeEscapedIsAndInTheShortestWay() {
        assertThat(CanonicalJson.of(Map.of("s", "\u20ac$\u000f\nA'B\"\\\\\"/")))
                .isEqualTo("{\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
        assertThat(CanonicalJson.of(Map.of("s", "\b\t\n\f\r\u0000\u001f\u007f\u2028浦江")))
                .isEqualTo("{\"s\":\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028浦江\"}");
    }

    @Test
    void nothingDependsOnTheMachinesLanguage() {
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(CanonicalJson.of(Map.of("n", 1_234_567, "s", "\u0010")))
                    .isEqualTo("{\"n\":1234567,\"s\":\"\\u0010\"}");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void valuesNest() {
        var nested = Map.of("b", List.of(1, -2L, true, List.of(), Map.of()), "a", Map.of("z", "", "y", false));

        assertThat(CanonicalJson.of(nested)).isEqualTo("{\"a\":{\"y\":false,\"z\":\"\"},\"b\":[1,-2,true,[],{}]}");
    }

    @Test
    void wholeNumbersAreExactWhereADoubleIs() {
        assertThat(CanonicalJson.of(Map.of("n", 1L << 53))).isEqualTo("{\"n\":9007199254740992}");
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("n", (1L << 53) + 1)))
                .hasMessageStartingWith("no canonical form");
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("n", Long.MIN_VALUE)))
                .hasMessageStartingWith("no canonical form");
    }

    @ParameterizedTest
    @MethodSource
    void whatHasNoFormIsRefused(Object value) {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("v", value))).hasMessageStartingWith("no canonical form");
    }

    static List<Object> whatHasNoFormIsRefused() {
        return List.of(1.5, 1f, new BigDecimal("1"), 'c', Map.of(1, 1).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ud83d", "\ud83da", "\ude00", "a\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00"})
    void halfACharacterIsNoText(String text) {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("s", text))).hasMessage("a lone surrogate is no text");
        assertThatThrownBy(() -> CanonicalJson.of(Map.of(text, "s"))).hasMessage("a lone surrogate is no text");
    }
}
