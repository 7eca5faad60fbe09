package pujiang.web.delivery;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import pujiang.evidence.ContentDigest;
import pujiang.refusal.Refused;
import pujiang.web.delivery.ContentRefusal.DigestMismatch;
import pujiang.web.delivery.ContentRefusal.NoSpace;
import pujiang.web.delivery.ContentRefusal.TooLarge;
import pujiang.web.delivery.ContentRefusal.Truncated;
import pujiang.web.wiring.OwnerOnly;

/**
 * Files named by the SHA-256 of their bytes, two folders deep. A file of that name is whole and on the disk: it is written
 * under another name, forced, and renamed. Nothing is ever held in memory but one buffer.
 */
final class ContentStore {

    private static final int BUFFER = 1 << 17;

    private final Path root;
    private final Path incoming;
    private final long largest;
    private final long spare;

    private ContentStore(Path root, long largest, long spare) {
        this.root = root;
        this.incoming = root.resolve("incoming");
        this.largest = largest;
        this.spare = spare;
    }

    /** Opens the store and removes what uploads left behind that were interrupted with the exchange. */
    static ContentStore at(Path root, long largest, long spare) throws IOException {
        var store = new ContentStore(root, largest, spare);
        OwnerOnly.folder(store.incoming);
        try (var leftBehind = Files.list(store.incoming)) {
            for (var file : leftBehind.toList()) Files.delete(file);
        }
        return store;
    }

    /** What was received, not yet under its name. Closing removes it unless it was kept. */
    final class Incoming implements AutoCloseable {

        private final Path file;
        private ContentDigest.Digested digests = new ContentDigest.Digested("", "");
        private long size;

        private Incoming(Path file) {
            this.file = file;
        }

        Path file() {
            return file;
        }

        String sha256() {
            return digests.sha256();
        }

        String sm3() {
            return digests.sm3();
        }

        long size() {
            return size;
        }

        /** Gives it its name, unless the same bytes have it already. */
        void keep() throws IOException {
            var target = path(sha256());
            if (Files.exists(target)) return;
            OwnerOnly.folder(target.getParent());
            Files.move(file, target, ATOMIC_MOVE);
            force(target.getParent());
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Receives a stream to its end.
     *
     * @param name of the file meanwhile; used by no other upload
     * @param declared how many bytes there should be, or -1
     */
    Incoming receive(InputStream stream, String name, String sha256, long declared) throws IOException {
        if (declared > largest) throw new Refused(new TooLarge(largest));
        mustFit(Math.max(declared, 0));
        var incoming = new Incoming(this.incoming.resolve(name));
        try {
            write(stream, incoming, declared);
            if (declared >= 0 && incoming.size != declared) throw new Refused(new Truncated(declared, incoming.size));
            if (!incoming.sha256().equals(sha256)) throw new Refused(new DigestMismatch(sha256, incoming.sha256()));
            return incoming;
        } catch (IOException | RuntimeException failure) {
            incoming.close();
            throw failure;
        }
    }

    FileChannel open(String sha256) throws IOException {
        return FileChannel.open(path(sha256), READ);
    }

    boolean holds(String sha256) {
        return Files.exists(path(sha256));
    }

    private void write(InputStream stream, Incoming incoming, long declared) throws IOException {
        var digest = new ContentDigest();
        var buffer = new byte[BUFFER];
        try (var file = FileChannel.open(incoming.file, CREATE_NEW, WRITE)) {
            for (int count = read(stream, buffer, declared, incoming.size);
                    count >= 0;
                    count = read(stream, buffer, declared, incoming.size)) {
                incoming.size += count;
                if (incoming.size > largest) throw new Refused(new TooLarge(largest));
                digest.update(buffer, count);
                writeFully(file, ByteBuffer.wrap(buffer, 0, count));
            }
            file.force(true);
        }
        incoming.digests = digest.finish();
    }

    /** A caller that hangs up in the middle ends the stream in its own way; to us it is one that sent too little. */
    private static int read(InputStream stream, byte[] buffer, long declared, long received) {
        try {
            return stream.read(buffer);
        } catch (IOException _) {
            throw new Refused(new Truncated(declared, received));
        }
    }

    private void writeFully(FileChannel file, ByteBuffer bytes) throws IOException {
        try {
            while (bytes.hasRemaining()) file.write(bytes);
        } catch (IOException failure) {
            mustFit(bytes.remaining());
            throw failure;
        }
    }

    private void mustFit(long bytes) throws IOException {
        if (Files.getFileStore(root).getUsableSpace() - spare < bytes) throw new Refused(new NoSpace(bytes));
    }

    private Path path(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    /** A rename is on the disk when its folder is; some systems cannot open a folder, and need not. */
    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (IOException _) {
            if (!Files.isDirectory(folder)) throw new UncheckedIOException(new IOException(folder + " is gone"));
        }
    }
}
