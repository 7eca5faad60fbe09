package pujiang.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signers are used again and again, by many threads: none may carry anything from one text into the next. */
class SigningKeysTest {

    @TempDir
    Path folder;

    @Test
    void everyOneOfManySignaturesMadeSideBySideIsOverItsOwnText() throws Exception {
        var keys = SigningKeys.at(folder.resolve("keys"), new SecureRandom());

        var wrong = IntStream.range(0, 200)
                .parallel()
                .mapToObj("receipt %d"::formatted)
                .filter(text -> !keys.published().verifiesSm2(text, keys.signSm2(text)))
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void aSignatureIsOverNoOtherText() throws Exception {
        var keys = SigningKeys.at(folder.resolve("keys"), new SecureRandom());
        var first = keys.signSm2("receipt 1");

        assertThat(keys.published().verifiesSm2("receipt 2", first)).isFalse();
        assertThat(keys.published().verifiesSm2("receipt 2", keys.signSm2("receipt 2")))
                .isTrue();
    }
}
