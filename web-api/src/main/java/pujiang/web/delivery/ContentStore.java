package pujiang.web.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import pujiang.evidence.ContentDigests;
import pujiang.refusal.Refused;
import pujiang.trade.Content;
import pujiang.web.delivery.DeliveryRefusal.ContentTooLarge;
import pujiang.web.delivery.DeliveryRefusal.DigestMismatch;
import pujiang.web.delivery.DeliveryRefusal.NoSpace;
import pujiang.web.delivery.DeliveryRefusal.Truncated;
import pujiang.web.wiring.DataFolder;

/**
 * Files by the digest of their bytes. A file is written beside, forced to the disk and renamed, so under its name there
 * is always the whole of it; it passes through one small buffer, whatever its size.
 */
@Component
class ContentStore {

    private static final int BUFFER = 128 * 1024;

    /** Left free for the database, which must never be the one that finds the disk full. */
    private static final long RESERVE = 512L * 1024 * 1024;

    private final Path root;
    private final Path incoming;
    private final long most;

    ContentStore(DataFolder data, @Value("${pujiang.content.largest}") DataSize largest) throws IOException {
        this.root = data.files();
        this.incoming = root.resolve("incoming");
        this.most = largest.toBytes();
        Files.createDirectories(incoming);
        forgetUnfinished();
    }

    /**
     * Takes a file in.
     *
     * @param announced how many bytes are to come, -1 if nobody has said
     * @throws Refused if it is too large, cut short, or not what the digest names; then nothing of it stays
     */
    Content receive(InputStream body, String sha256, long announced, String mediaType) throws IOException {
        if (announced > most) throw new Refused(new ContentTooLarge(most));
        if (Files.getFileStore(incoming).getUsableSpace() < announced + RESERVE) {
            throw new Refused(new NoSpace(announced));
        }
        var file = Files.createTempFile(incoming, sha256.substring(0, 8), ".part");
        try {
            var content = write(body, file, announced, mediaType);
            if (!content.sha256().equals(sha256)) throw new Refused(new DigestMismatch(sha256, content.sha256()));
            Archive.check(file, mediaType);
            keep(file, path(sha256));
            return content;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    private Content write(InputStream body, Path file, long announced, String mediaType) throws IOException {
        var digests = new ContentDigests();
        long size = 0;
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = new byte[BUFFER];
            for (int read = next(body, buffer, announced, size);
                    read >= 0;
                    read = next(body, buffer, announced, size)) {
                size += read;
                if (size > most) throw new Refused(new ContentTooLarge(most));
                digests.update(buffer, read);
                var bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) out.write(bytes);
            }
            out.force(true);
        }
        if (announced >= 0 && size != announced) throw new Refused(new Truncated(announced, size));
        return new Content(digests.sha256(), digests.sm3(), size, mediaType);
    }

    /** A connection that breaks off, or stands still for too long, is a truncated upload and not a fault of ours. */
    private static int next(InputStream body, byte[] buffer, long announced, long received) throws IOException {
        try {
            return body.read(buffer);
        } catch (IOException _) {
            throw new Refused(new Truncated(announced, received));
        }
    }

    private static void keep(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    /** What a killed exchange was receiving: its sender has had no answer, and will send it again. */
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
