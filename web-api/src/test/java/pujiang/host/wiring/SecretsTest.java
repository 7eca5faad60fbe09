package pujiang.host.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pujiang.evidence.SigningKeys;

/** A secret that was answered for is there after a power cut: its content was forced to the disk, and then its name. */
class SecretsTest {

    @TempDir
    private Path folder;

    private interface Deed {

        void run() throws Exception;
    }

    @Test
    void aSecretIsForcedToTheDiskBeforeItHasItsNameAndThenItsFolder() throws Exception {
        var secrets = new Secrets(folder, new SecureRandom());

        assertThat(forcedBy(() -> secrets.named("database.password")))
                .containsExactly(folder.resolve("database.password.partial").toString(), folder.toString());
        assertThat(Files.readString(folder.resolve("database.password")).strip())
                .isEqualTo(secrets.named("database.password"));
    }

    /** Their content goes to the disk as it is written. */
    @Test
    void theNameOfTheSigningKeysIsForcedToTheDisk() throws Exception {
        var file = folder.resolve("signing-keys");

        assertThat(forcedBy(() -> SigningKeys.at(file, new SecureRandom()))).endsWith(folder.toString());
    }

    private List<String> forcedBy(Deed deed) throws Exception {
        var written = folder.resolve("forced.jfr");
        try (var recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            deed.run();
            recording.stop();
            recording.dump(written);
        }
        return RecordingFile.readAllEvents(written).stream()
                .map(event -> event.getString("path"))
                .filter(Objects::nonNull)
                .filter(path -> path.startsWith(folder.toString()))
                .toList();
    }
}
