package pujiang.host.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that the exchange makes for itself and finds again at its next start, one file each. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path folder;
    private final SecureRandom random;

    Secrets(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /** The secret of that name, made and kept when it is asked for the first time. */
    String named(String name) {
        var file = folder.resolve(name);
        try {
            if (Files.notExists(file)) OwnerOnly.write(file, fresh() + "\n");
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the secret " + file + " cannot be kept or read", e);
        }
    }

    Path folder() {
        return folder;
    }

    private String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
