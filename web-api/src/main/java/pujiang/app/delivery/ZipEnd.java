package pujiang.app.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Optional;

/**
 * The end record of a ZIP about its directory (APPNOTE 6.3.10, sections 4.3.14 to 4.3.16).
 *
 * @param count of entries
 * @param start of the directory in the file
 * @param size of the directory in bytes
 * @param prefix bytes before the archive, as in a self-extracting program
 */
record ZipEnd(long count, long start, long size, long prefix) {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_BYTES = 56;
    private static final int SHORT = 0xffff;
    private static final long INT = 0xffff_ffffL;

    /** It looks like an archive and contradicts itself. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1;
    }

    /**
     * @param sure whether the file is an archive by its beginning; then its last end must be its end
     * @return empty if the file does not end as an archive does
     */
    static Optional<ZipEnd> of(FileChannel file, boolean sure) throws IOException {
        long size = file.size();
        long from = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
        var tail = read(file, from, (int) (size - from));
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) != END) continue;
            int comment = Short.toUnsignedInt(tail.getShort(at + 20));
            if (at + END_BYTES + comment == tail.limit()) return Optional.of(of(file, from + at, tail.slice(at, 20)));
            if (sure) throw new Unreadable();
        }
        return Optional.empty();
    }

    private static ZipEnd of(FileChannel file, long at, ByteBuffer record) throws IOException {
        record.order(ByteOrder.LITTLE_ENDIAN);
        long count = Short.toUnsignedLong(record.getShort(10));
        long size = Integer.toUnsignedLong(record.getInt(12));
        long offset = Integer.toUnsignedLong(record.getInt(16));
        var large = at < LOCATOR_BYTES ? Optional.<Large>empty() : Large.of(file, at - LOCATOR_BYTES);
        boolean parts = record.getShort(4) != record.getShort(6) || record.getShort(8) != record.getShort(10);
        if (large.isPresent()) {
            var exact = large.get();
            if (count != SHORT && count != exact.count()) throw new Unreadable();
            if (size != INT && size != exact.size()) throw new Unreadable();
            if (offset != INT && offset != exact.offset()) throw new Unreadable();
            return at(exact.at(), exact.count(), exact.size(), exact.offset());
        }
        if (parts) throw new Unreadable();
        return at(at, count, size, offset);
    }

    /** The directory ends right before its end record. */
    private static ZipEnd at(long end, long count, long size, long offset) throws Unreadable {
        long start = end - size;
        long prefix = start - offset;
        if (size < 0 || offset < 0 || start < 0 || prefix < 0) throw new Unreadable();
        return new ZipEnd(count, start, size, prefix);
    }

    /** The end of a large archive, which its locator points to. */
    private record Large(long at, long count, long size, long offset) {

        static Optional<Large> of(FileChannel file, long locator) throws IOException {
            var pointer = read(file, locator, LOCATOR_BYTES);
            if (pointer.getInt(0) != LOCATOR) return Optional.empty();
            long at = pointer.getLong(8);
            if (at < 0 || at > locator - END_64_BYTES) throw new Unreadable();
            var record = read(file, at, END_64_BYTES);
            if (record.getInt(0) != END_64 || at + 12 + record.getLong(4) != locator) throw new Unreadable();
            if (record.getLong(24) != record.getLong(32)) throw new Unreadable();
            return Optional.of(new Large(at, record.getLong(32), record.getLong(40), record.getLong(48)));
        }
    }

    /** @throws Unreadable if the file ends before */
    static ByteBuffer read(FileChannel file, long at, int bytes) throws IOException {
        var read = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (read.hasRemaining()) {
            if (file.read(read, at + read.position()) < 0) throw new Unreadable();
        }
        return read.flip();
    }
}
