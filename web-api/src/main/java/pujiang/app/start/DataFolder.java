package pujiang.app.start;

import java.nio.file.Path;

/** The folder of all data that the exchange must not lose. */
public record DataFolder(Path root) {

    /** The embedded server's settings, tables and log. */
    public Path database() {
        return root.resolve("database");
    }

    /** Deliveries of vendors, by content digest. */
    public Path files() {
        return root.resolve("files");
    }

    /** Keys and first passwords, one file each. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** Receipts, checkpoints and tiles of the log. */
    public Path evidence() {
        return root.resolve("evidence");
    }
}
