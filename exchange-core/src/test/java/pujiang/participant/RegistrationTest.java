package pujiang.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.refusal.Invalid;

class RegistrationTest {

    /** Published codes of real companies, and made-up ones that end in the rarer characters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "914403001922038216",
                "9144030071526726XG",
                "91330100799655058B",
                "91310000MA1FL00030",
                "91310000MA1FL0022Y",
                "113100000000000004"
            })
    void aCreditCodeWhoseLastCharacterChecksTheOthersIsTaken(String code) {
        assertThat(new CreditCode(code)).hasToString(code);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            textBlock =
                    """
            914403001922038217,  credit-code.check-character
            914403001922038261,  credit-code.check-character
            9144030071526726XH,  credit-code.check-character
            91310000MA1FL0003O,  credit-code.malformed
            91310000MI1FL00030,  credit-code.malformed
            81310000MA1FL00030,  credit-code.check-character
            0131000MA1FL000300,  credit-code.malformed
            91330100799655058b,  credit-code.malformed
            9133010079965505,    credit-code.malformed
            9133010079965505888, credit-code.malformed
            '9133010 799655058', credit-code.malformed
            '',                  credit-code.malformed
            ９14403001922038216,  credit-code.malformed
            """)
    void anyOtherCreditCodeIsRefused(String code, String refusal) {
        assertThatThrownBy(() -> new CreditCode(code))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo(refusal));
    }

    /** Two are published; two are made up. */
    @ParameterizedTest
    @ValueSource(
            strings = {"529900T8BM49AURSDO55", "HWUPKR0MPOU8FGXBT394", "984500PUJIANG0000141", "984500PUJIANG0000238"})
    void anLeiWhoseCheckDigitsFitIsTaken(String lei) {
        assertThat(new Lei(lei)).hasToString(lei);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            textBlock =
                    """
            529900T8BM49AURSDO56,  lei.check-digits
            529900T8BM49AURSD055,  lei.check-digits
            529900T8BM49AUSRDO55,  lei.check-digits
            529900T8BM49AURSDO5A,  lei.malformed
            529900t8bm49aursdo55,  lei.malformed
            529900T8BM49AURSDO5,   lei.malformed
            529900T8BM49AURSDO555, lei.malformed
            '',                    lei.malformed
            """)
    void anyOtherLeiIsRefused(String lei, String refusal) {
        assertThatThrownBy(() -> new Lei(lei))
                .isInstanceOfSatisfying(
                        Invalid.class, invalid -> assertThat(invalid.code()).isEqualTo(refusal));
    }

    @Test
    void everySingleWrongCharacterOfACreditCodeIsFound() {
        var alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var code = "91330100799655058B";
        for (int i = 0; i < code.length(); i++) {
            for (int j = 0; j < alphabet.length(); j++) {
                var changed = code.substring(0, i) + alphabet.charAt(j) + code.substring(i + 1);
                if (!changed.equals(code))
                    assertThatThrownBy(() -> new CreditCode(changed)).isInstanceOf(Invalid.class);
            }
        }
    }

    @Test
    void everyTranspositionInAnLeiIsFound() {
        long seed = 2026_11_23L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var lei = "529900T8BM49AURSDO55";
        for (int n = 0; n < 200; n++) {
            int i = random.nextInt(lei.length() - 1);
            if (lei.charAt(i) == lei.charAt(i + 1)) continue;
            var swapped = lei.substring(0, i) + lei.charAt(i + 1) + lei.charAt(i) + lei.substring(i + 2);
            assertThatThrownBy(() -> new Lei(swapped))
                    .as("seed %d: %s", seed, swapped)
                    .isInstanceOf(Invalid.class);
        }
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(
            textBlock =
                    """
            code, MAINLAND, none
            code, HK_MO_TW, organisation.registration.lei
            code, FOREIGN,  organisation.registration.lei
            lei,  MAINLAND, organisation.registration.creditCode
            lei,  HK_MO_TW, none
            lei,  FOREIGN,  none
            """)
    void whichRegistrationIsAskedForFollowsFromTheSeat(String kind, Jurisdiction jurisdiction, String missing) {
        Registration registration =
                kind.equals("code") ? new CreditCode("91330100799655058B") : new Lei("529900T8BM49AURSDO55");

        if (missing.equals("none")) {
            assertThat(new Organisation("Lake Labs", registration, jurisdiction).seat())
                    .isEqualTo(jurisdiction);
        } else {
            assertThatThrownBy(() -> new Organisation("Lake Labs", registration, jurisdiction))
                    .isInstanceOfSatisfying(Invalid.class, invalid -> {
                        assertThat(invalid.path()).isEqualTo(missing);
                        assertThat(invalid.code()).isEqualTo("field.required");
                    });
        }
    }
}
