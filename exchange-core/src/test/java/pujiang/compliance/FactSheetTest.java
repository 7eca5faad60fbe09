package pujiang.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pujiang.refusal.Invalid;

class FactSheetTest {

    @Test
    void aFactThatIsNotStatedIsUnknownAndOneStatedToBeNoneIsNone() {
        var sheet = FactSheet.of(Collections.singletonMap("product.certValidUntil", null));

        assertThat(sheet.answer(ProductFacts.CERT_VALID_UNTIL)).isInstanceOf(Answer.None.class);
        assertThat(sheet.answer(ProductFacts.GRADE)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aNullForAFactThatCannotBeNoneStatesNothing() {
        assertThat(FactSheet.of(Collections.singletonMap("product.grade", null)))
                .isEqualTo(FactSheet.empty());
        assertThatThrownBy(() -> FactSheet.empty().withNone(ProductFacts.GRADE)).hasMessageContaining("product.grade");
    }

    @Test
    void theValueUnknownIsAnAnswer() {
        assertThat(FactSheet.of(Map.of("seller.isCIIO", "UNKNOWN")).answer(SellerFacts.IS_CIIO))
                .isEqualTo(new Answer.Known<>(SellerFacts.Ciio.UNKNOWN));
    }

    @Test
    void aChangedSheetLeavesTheFirstAsItWas() {
        var first = FactSheet.empty().with(ProductFacts.GRADE, ProductFacts.Grade.GENERAL);
        var second = first.with(ProductFacts.GRADE, ProductFacts.Grade.CORE);

        assertThat(first.answer(ProductFacts.GRADE)).isEqualTo(new Answer.Known<>(ProductFacts.Grade.GENERAL));
        assertThat(second.without(ProductFacts.GRADE)).isEqualTo(FactSheet.empty());
    }

    @Test
    void whereTwoSheetsStateAFactTheSecondHolds() {
        var one = FactSheet.of(Map.of("product.grade", "GENERAL", "product.subjectCount", 1));
        var other = FactSheet.of(Map.of("product.grade", "CORE"));

        assertThat(one.and(other)).isEqualTo(FactSheet.of(Map.of("product.grade", "CORE", "product.subjectCount", 1)));
    }

    @Test
    void onlyKeepsTheFactsOfTheGroupsNamed() {
        var sheet = FactSheet.of(Map.of("product.grade", "CORE", "pi.piaDone", true, "price.amount", 1));

        assertThat(sheet.only(Set.of("product", "pi")).stated()).containsOnlyKeys("product.grade", "pi.piaDone");
    }

    @Test
    void equalFactsHaveEqualDigestsHoweverTheyWereWritten() {
        var one = new HashMap<String, @Nullable Object>();
        one.put("price.amount", new BigDecimal("100.00"));
        one.put("product.piCategories", List.of("HEALTH", "FACE"));
        var other = new HashMap<String, @Nullable Object>();
        other.put("product.piCategories", List.of("FACE", "HEALTH", "FACE"));
        other.put("price.amount", 100);

        assertThat(FactSheet.of(one).digest()).isEqualTo(FactSheet.of(other).digest());
        assertThat(FactSheet.of(one)
                        .with(ProductFacts.GRADE, ProductFacts.Grade.CORE)
                        .digest())
                .isNotEqualTo(FactSheet.of(one).digest());
    }

    @Test
    void unknownAndNoneHaveDifferentDigests() {
        assertThat(FactSheet.empty().withNone(ProductFacts.CERT_VALID_UNTIL).digest())
                .isNotEqualTo(FactSheet.empty().digest());
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @MethodSource("wrong")
    void aValueThatCannotBeIsRefusedByTheNameOfItsFact(String name, Object value, String code) {
        assertThatThrownBy(() -> FactSheet.of(Map.of(name, value))).isInstanceOfSatisfying(Invalid.class, invalid -> {
            assertThat(invalid.path()).isEqualTo(name);
            assertThat(invalid.code()).isEqualTo(code);
        });
    }

    static Stream<Object[]> wrong() {
        return Stream.of(
                new Object[] {"product.colour", "RED", "fact.unknown-name"},
                new Object[] {"product.grade", "TOP", "fact.wrong-value"},
                new Object[] {"product.grade", 1, "fact.wrong-value"},
                new Object[] {"pi.piaDone", "true", "fact.wrong-value"},
                new Object[] {"product.subjectCount", -1, "fact.wrong-value"},
                new Object[] {"product.subjectCount", 1.5, "fact.wrong-value"},
                new Object[] {"product.subjectCount", "1", "fact.wrong-value"},
                new Object[] {"product.piCategories", "HEALTH", "fact.wrong-value"},
                new Object[] {"product.piCategories", List.of("HEALTH", 1), "fact.wrong-value"},
                new Object[] {"export.assessmentDate", "2026-02-30", "fact.wrong-value"},
                new Object[] {"price.amount", Double.NaN, "fact.wrong-value"});
    }
}
