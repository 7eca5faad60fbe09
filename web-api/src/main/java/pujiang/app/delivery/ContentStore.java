package pujiang.app.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import pujiang.app.delivery.DeliveryRefusal.ContentTooLarge;
import pujiang.app.delivery.DeliveryRefusal.DigestMismatch;
import pujiang.app.delivery.DeliveryRefusal.Truncated;
import pujiang.app.start.DataFolder;
import pujiang.delivery.Content;
import pujiang.evidence.ContentDigests;
import pujiang.refusal.Refused;

/**
 * Files by the digest of their bytes. A file is written under a temporary name, forced to the disk and renamed, so
 * under its final name it is always complete. It passes through one small buffer, whatever its size.
 */
@Component
public class ContentStore {

    private static final int BUFFER = 128 * 1024;

    /** More than ever receive and remove the same file at once. */
    private static final int LOCKS = 256;

    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern FILE = Pattern.compile("[0-9a-f]{62}");

    private final Path root;
    private final Path incoming;
    private final long most;
    private final DiskSpace diskSpace;
    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    /** @param reserve left free for the database, which must never be the one that finds the disk full */
    @Autowired
    ContentStore(
            DataFolder data,
            @Value("${pujiang.content.largest}") DataSize largest,
            @Value("${pujiang.content.reserve}") DataSize reserve)
            throws IOException {
        this(data, largest, reserve, () -> Files.getFileStore(data.files()).getUsableSpace());
    }

    ContentStore(DataFolder data, DataSize largest, DataSize reserve, DiskSpace.Disk disk) throws IOException {
        this.root = data.files();
        this.incoming = root.resolve("incoming");
        this.most = largest.toBytes();
        this.diskSpace = new DiskSpace(disk, reserve.toBytes());
        Files.createDirectories(incoming);
        forgetUnfinished();
    }

    /** A file that has come whole, and is not kept yet. */
    record Part(Content content, Path file) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Stores a file.
     *
     * @param announced number of bytes to come, -1 if unknown
     * @param limit receives the number of bytes before they are written
     * @throws Refused if it is too large, cut short, or has another digest; then no part of it is stored
     */
    Part receive(InputStream body, String sha256, long announced, String mediaType, LongConsumer limit)
            throws IOException {
        if (announced > most) throw new Refused(new ContentTooLarge(most));
        var file = Files.createTempFile(incoming, sha256.substring(0, 8), ".part");
        var whole = false;
        try (var place = diskSpace.place(announced)) {
            var content = write(body, file, announced, mediaType, limit, place);
            if (!content.sha256().equals(sha256)) throw new Refused(new DigestMismatch(sha256, content.sha256()));
            Archive.check(file, mediaType);
            whole = true;
            return new Part(content, file);
        } finally {
            if (!whole) Files.deleteIfExists(file);
        }
    }

    /** An action on a file, during which no other thread stores or removes the file. */
    interface Deed<T> {
        T run() throws IOException;
    }

    interface Removal {
        void run() throws IOException;
    }

    <T> T alone(String sha256, Deed<T> deed) throws IOException {
        var lock = locks.get(Integer.parseInt(sha256, 0, 2, 16) % LOCKS);
        lock.lock();
        try {
            return deed.run();
        } finally {
            lock.unlock();
        }
    }

    /** Alone. */
    void keep(Part part) throws IOException {
        var target = path(part.content().sha256());
        Files.createDirectories(target.getParent());
        Files.move(part.file(), target, StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** Alone, and only if no record names it. */
    void remove(String sha256) throws IOException {
        Files.deleteIfExists(path(sha256));
    }

    /** Digests of the files that were stored before, in pages, read on demand. */
    Iterable<List<String>> olderThan(Instant before, int many) {
        return () -> files(before).gather(Gatherers.windowFixed(many)).iterator();
    }

    private Stream<String> files(Instant before) {
        return in(root, FOLDER).flatMap(folder -> in(folder, FILE)
                .filter(file -> isOlder(file, before))
                .map(file -> folder.getFileName().toString() + file.getFileName()));
    }

    /** One folder's names are held at a time. */
    private static Stream<Path> in(Path folder, Pattern name) {
        try (var there = Files.list(folder)) {
            return there
                    .filter(path -> name.matcher(path.getFileName().toString()).matches())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException _) {
            // Removed in the meantime.
            return false;
        }
    }

    public Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private Content write(
            InputStream body, Path file, long announced, String mediaType, LongConsumer limit, DiskSpace.Place place)
            throws IOException {
        var digests = new ContentDigests();
        long size = 0;
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = new byte[BUFFER];
            for (int read = next(body, buffer, announced, size);
                    read >= 0;
                    read = next(body, buffer, announced, size)) {
                size += read;
                if (size > most) throw new Refused(new ContentTooLarge(most));
                limit.accept(size);
                place.before(read);
                digests.update(buffer, read);
                var bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) out.write(bytes);
                place.after(read);
            }
            out.force(true);
        }
        if (announced >= 0 && size != announced) throw new Refused(new Truncated(announced, size));
        return new Content(digests.sha256(), digests.sm3(), size, mediaType);
    }

    /** A connection that breaks off, or stalls for too long, is a truncated upload and not a defect of the exchange. */
    private static int next(InputStream body, byte[] buffer, long announced, long received) throws IOException {
        try {
            return body.read(buffer);
        } catch (IOException _) {
            throw new Refused(new Truncated(announced, received));
        }
    }

    /** The uploads of a killed exchange: their senders have had no answer, and will send them again. */
    private void forgetUnfinished() throws IOException {
        try (var parts = Files.list(incoming)) {
            parts.forEach(part -> {
                try {
                    Files.delete(part);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
