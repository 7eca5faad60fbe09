package pujiang.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();

    @Test
    void keysAreMadeOnceAndReadAgain() throws IOException {
        var made = SigningKeys.at(Keys.in(folder), random);
        var read = SigningKeys.at(Keys.in(folder), random);

        assertThat(read.published()).isEqualTo(made.published());
        assertThat(made.published().verifiesSm2("text", read.signSm2("text"))).isTrue();
        assertThat(made.published().verifiesEd25519("text", read.signEd25519("text")))
                .isTrue();
        assertThat(SigningKeys.at(folder.resolve("others"), random).published().id())
                .isNotEqualTo(made.published().id());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file's owner is named by its folder there")
    void onlyTheOwnerReadsThem() throws IOException {
        SigningKeys.at(Keys.in(folder), random);

        var permissions = Files.getPosixFilePermissions(Keys.in(folder));
        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void nothingButTheFileIsLeft() throws IOException {
        SigningKeys.at(Keys.in(folder), random);

        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(Keys.in(folder));
        }
    }

    @Test
    void aFolderThatDoesNotTakeThemHoldsNoHalfOfThem() {
        var missing = folder.resolve("missing");

        assertThatThrownBy(() -> SigningKeys.at(Keys.in(missing), random)).isInstanceOf(IOException.class);
        assertThat(missing).doesNotExist();
    }

    /** New ones in place of damaged ones would make every receipt that was ever signed unverifiable, in silence. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sm2 = 01",
                "sm2 = xyz\ned25519 = TM0Imyj/ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U+4pvs=",
                "sm2 = 01\ned25519 = TM0I",
                "sm2 = 0\ned25519 = TM0Imyj/ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U+4pvs=",
                "ed25519 = TM0Imyj/ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U+4pvs="
            })
    void aDamagedFileIsNamedAndNeverReplaced(String content) throws IOException {
        Files.writeString(Keys.in(folder), content);

        assertThatThrownBy(() -> SigningKeys.at(Keys.in(folder), random))
                .hasMessage(Keys.in(folder) + " does not hold the signing keys; restore it from a backup");
        assertThat(Keys.in(folder)).hasContent(content);
    }

    /** Signers are used again and again, by many threads: none may carry anything from one text into the next. */
    @Test
    void everyOneOfManySignaturesMadeSideBySideIsOverItsOwnText() throws Exception {
        var keys = SigningKeys.at(Keys.in(folder), random);

        var wrong = IntStream.range(0, 200)
                .parallel()
                .mapToObj("receipt %d"::formatted)
                .filter(text -> !keys.published().verifiesSm2(text, keys.signSm2(text)))
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void aSignatureIsOverNoOtherText() throws Exception {
        var keys = SigningKeys.at(Keys.in(folder), random);
        var first = keys.signSm2("receipt 1");

        assertThat(keys.published().verifiesSm2("receipt 2", first)).isFalse();
        assertThat(keys.published().verifiesSm2("receipt 2", keys.signSm2("receipt 2")))
                .isTrue();
    }
}
