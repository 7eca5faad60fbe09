package pujiang.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Sha256Test {

    /** The examples that NIST publishes beside FIPS 180-4. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
            '', e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
            abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
            abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, \
            248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1""")
    void itIsTheStandardsOwn(String text, String digest) {
        assertThat(new Sha256().add(text).hex()).isEqualTo(digest);
        assertThat(new Sha256().add(text).named()).isEqualTo("sha-256:" + digest);
        assertThat(new Sha256().add(text).hex(8)).isEqualTo(digest.substring(0, 16));
        assertThat(new Sha256().add(text).bytes()).isEqualTo(HexFormat.of().parseHex(digest));
    }

    @Test
    void whatIsAddedInPartsIsOneText() {
        var buffer = "bcx".getBytes(UTF_8);

        assertThat(new Sha256().add("a").add(buffer, 2).hex())
                .isEqualTo(new Sha256().add("abc").hex());
    }

    @Test
    void whereATextEndsIsPartOfTheDigestOfSeveral() {
        assertThat(Sha256.named(Map.of("ab", "c"))).isNotEqualTo(Sha256.named(Map.of("a", "bc")));
        assertThat(Sha256.named(Map.of("ab", "c")))
                .isEqualTo(new Sha256().add("ab\0c\0").named());
    }
}
