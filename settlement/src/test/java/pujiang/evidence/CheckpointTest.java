package pujiang.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** C2SP tlog-checkpoint: a signed note whose text is origin, size and root. */
class CheckpointTest {

    private static final String ORIGIN = "pujiang.example/log";
    private static final byte[] ROOT = Merkle.leaf("root".getBytes(UTF_8));

    private final SigningKeys keys = Keys.known();
    private final String note = new Checkpoint(ORIGIN, 12, ROOT).signed(keys);

    @Test
    void aNoteIsTheTextABlankLineAndTheSignature() throws Exception {
        var lines = note.split("\n", -1);
        assertThat(lines).hasSize(6);
        assertThat(lines[0]).isEqualTo(ORIGIN);
        assertThat(lines[1]).isEqualTo("12");
        assertThat(Base64.getDecoder().decode(lines[2])).isEqualTo(ROOT);
        assertThat(lines[3]).isEmpty();
        assertThat(lines[4]).startsWith("\u2014 " + ORIGIN + " ");
        assertThat(lines[5]).isEmpty();

        var blob = Base64.getDecoder().decode(lines[4].substring(lines[4].lastIndexOf(' ') + 1));
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((ORIGIN + "\n\u0001").getBytes(UTF_8));
        sha256.update(HexFormat.of().parseHex(Keys.ED25519_PUBLIC));
        assertThat(Arrays.copyOf(blob, 4)).isEqualTo(Arrays.copyOf(sha256.digest(), 4));
        assertThat(Arrays.copyOfRange(blob, 4, 68))
                .isEqualTo(keys.signEd25519(note.substring(0, note.indexOf("\n\n") + 1)));
    }

    @Test
    void whatWasSignedIsRead() {
        var read = Checkpoint.read(note, keys.published());

        assertThat(read.origin()).isEqualTo(ORIGIN);
        assertThat(read.size()).isEqualTo(12);
        assertThat(read.root()).isEqualTo(ROOT);
    }

    @Test
    void otherWitnessesMaySignToo() {
        var witnessed = note + "\u2014 witness.example " + Base64.getEncoder().encodeToString(new byte[68]) + "\n";

        assertThat(Checkpoint.read(witnessed, keys.published()).size()).isEqualTo(12);
    }

    @ParameterizedTest(name = "{1} for {0}: {2}")
    @MethodSource
    void aChangedNoteIsRefused(String what, String with, String because) {
        assertThatThrownBy(() -> Checkpoint.read(note.replaceFirst(what, with), keys.published()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }

    static List<String[]> aChangedNoteIsRefused() {
        return List.of(
                new String[] {"\n12\n", "\n13\n", "does not fit its text"},
                new String[] {"\n12\n", "\n012\n", "does not fit its text"},
                new String[] {"\n12\n", "\n-12\n", "is not origin, size and root"},
                new String[] {"\n12\n", "\n", "is not origin, size and root"},
                new String[] {"\n\n", "\n", "is not origin, size and root"},
                new String[] {"pujiang", "other", "no signature by key"},
                new String[] {"\u2014 ", "- ", "no signature by key"},
                new String[] {"(?s).*", "", "is not origin, size and root"});
    }

    @Test
    void everyFlippedBitIsFound() {
        var bytes = note.getBytes(UTF_8);
        for (int i = 0; i < bytes.length - 1; i++) {
            for (int bit = 0; bit < 8; bit++) {
                var changed = bytes.clone();
                changed[i] ^= (byte) (1 << bit);
                var text = new String(changed, UTF_8);
                assertThatThrownBy(() -> Checkpoint.read(text, keys.published()))
                        .as("byte %d bit %d", i, bit)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void anotherKeysNoteIsNotOurs() {
        assertThatThrownBy(() -> Checkpoint.read(note, Keys.other().published()))
                .hasMessage("the checkpoint has no signature by key "
                        + Keys.other().published().id());
    }
}
