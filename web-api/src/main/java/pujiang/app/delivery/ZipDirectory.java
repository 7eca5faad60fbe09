package pujiang.app.delivery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** The directory of a ZIP, read entry by entry: it may be larger than the memory. */
final class ZipDirectory {

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private long left;

    ZipDirectory(FileChannel file, ZipEnd end) throws IOException {
        file.position(end.start());
        // Closed with the file.
        this.in = new BufferedInputStream(Channels.newInputStream(file), BUFFER);
        this.left = end.size();
    }

    /** Empty after the last. */
    Optional<ZipEntryHeader> next() throws IOException {
        if (left == 0) return Optional.empty();
        var fixed = bytes(ZipEntryHeader.BYTES);
        int[] lengths = ZipEntryHeader.lengths(fixed);
        var name = bytes(lengths[0]).array();
        var extra = bytes(lengths[1]);
        bytes(lengths[2]);
        return Optional.of(ZipEntryHeader.of(fixed, name, extra));
    }

    private ByteBuffer bytes(int count) throws IOException {
        left -= count;
        if (left < 0) throw new ZipEnd.Unreadable();
        var read = in.readNBytes(count);
        if (read.length < count) throw new ZipEnd.Unreadable();
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }
}
