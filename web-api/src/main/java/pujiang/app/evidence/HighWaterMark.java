package pujiang.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import pujiang.evidence.CheckpointListener;

/**
 * The last signed checkpoint, outside the database: a database restored from a backup cannot replace it. Written before
 * a checkpoint is committed, so that it is never behind a visible one. If it is ahead, the exchange makes up for the
 * difference at its next start, see {@link LogContinuity}.
 */
final class HighWaterMark implements CheckpointListener {

    private static final String HEAD =
            """
            # The last checkpoint of the exchange's log. Keep it out of the database's backup, and do not edit it.
            """;

    private final List<Path> files;

    /** @param files the one in the data folder, and the second place if there is one */
    HighWaterMark(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /**
     * The content of one of the files.
     *
     * @param published a note that may have been seen
     * @param next a note that may have been seen, if its transaction was committed
     * @param digests of the statements that {@code next} adds
     */
    record Mark(Path file, Optional<String> published, Optional<String> next, List<String> digests) {

        Mark {
            digests = List.copyOf(digests);
        }
    }

    @Override
    public synchronized void about(Optional<String> published, String next, List<String> digests) {
        write(published, Optional.of(next), digests);
    }

    /** The checkpoint is now public. Only the one announced last: another may have been announced since. */
    synchronized void published(String note) {
        boolean last = marks().stream()
                .anyMatch(mark -> mark.next().filter(note::equals).isPresent());
        if (last || marks().isEmpty()) write(Optional.of(note), Optional.empty(), List.of());
    }

    /** Whatever was there before: an operator has acknowledged the replacement. */
    synchronized void replace(Optional<String> note) {
        write(note, Optional.empty(), List.of());
    }

    /** Of every file that is there. */
    List<Mark> marks() {
        return files.stream().filter(Files::exists).map(HighWaterMark::read).toList();
    }

    private void write(Optional<String> published, Optional<String> next, List<String> digests) {
        var lines = new ArrayList<String>();
        published.ifPresent(note -> lines.add("published " + base64(note)));
        next.ifPresent(note -> lines.add("next " + base64(note)));
        digests.forEach(digest -> lines.add("leaf " + digest));
        var shown = Stream.of(published, next)
                .flatMap(Optional::stream)
                .map(note -> "# " + note.lines().limit(3).toList());
        var text = HEAD + String.join("\n", Stream.concat(shown, lines.stream()).toList()) + "\n";
        try {
            for (var file : files) durably(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the mark of the log cannot be written; check the free space and the rights", e);
        }
    }

    /** On the disk, and under its name on the disk, before this returns. */
    private static void durably(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(fresh, CREATE, TRUNCATE_EXISTING, WRITE)) {
            for (var bytes = UTF_8.encode(text); bytes.hasRemaining(); ) channel.write(bytes);
            channel.force(true);
        }
        Files.move(fresh, file, ATOMIC_MOVE, REPLACE_EXISTING);
        try (var folder = FileChannel.open(file.getParent(), READ)) {
            folder.force(true);
        } catch (IOException _) {
            // Windows opens no folder as a file, and keeps names in its own journal.
        }
    }

    private static Mark read(Path file) {
        try {
            var lines = Files.readAllLines(file, UTF_8);
            return new Mark(
                    file,
                    note(lines, "published "),
                    note(lines, "next "),
                    values(lines, "leaf ").toList());
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static Optional<String> note(List<String> lines, String name) {
        return values(lines, name)
                .map(value -> new String(Base64.getDecoder().decode(value), UTF_8))
                .findFirst();
    }

    private static Stream<String> values(List<String> lines, String name) {
        return lines.stream().filter(line -> line.startsWith(name)).map(line -> line.substring(name.length())
                .strip());
    }

    private static String base64(String note) {
        return Base64.getEncoder().encodeToString(note.getBytes(UTF_8));
    }
}
