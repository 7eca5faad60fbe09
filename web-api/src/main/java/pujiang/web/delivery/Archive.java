package pujiang.web.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import pujiang.refusal.Refused;
import pujiang.web.delivery.ContentRefusal.NotAnArchive;
import pujiang.web.delivery.ContentRefusal.UnsafeEntry;

/**
 * A ZIP archive as its central directory lists it (PKWARE APPNOTE 6.3.10), read entry by entry: the JDK's own reader loads
 * the whole directory, which an upload could make as large as it likes. Each entry's local header is compared, because
 * some programs unpack by those.
 */
final class Archive implements AutoCloseable {

    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LONGEST_NAME = 1_024;
    private static final int MOST_ENTRIES = 65_536;
    private static final long SEE_64 = 0xFFFFFFFFL;
    private static final int UNIX = 3;
    private static final int SYMBOLIC_LINK = 0xA000;

    private final FileChannel file;

    private Archive(FileChannel file) {
        this.file = file;
    }

    /** @throws Refused if it is no archive, or has an entry that would be unpacked where nobody expects it */
    static void check(Path path) throws IOException {
        try (var archive = new Archive(FileChannel.open(path, StandardOpenOption.READ))) {
            archive.checkEntries(archive.directory());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private record Directory(long offset, long entries) {}

    private void checkEntries(Directory directory) throws IOException {
        if (directory.entries() > MOST_ENTRIES) throw notAnArchive("more than " + MOST_ENTRIES + " entries");
        Set<String> seen = new HashSet<>();
        long position = directory.offset();
        for (long i = 0; i < directory.entries(); i++) {
            var header = read(position, 46);
            if (header.getInt(0) != ENTRY) throw notAnArchive("entry " + i + " is missing");
            int nameLength = Short.toUnsignedInt(header.getShort(28));
            int extraLength = Short.toUnsignedInt(header.getShort(30));
            var name = name(position + 46, nameLength);
            ArchiveEntry.check(name, isLink(header), seen);
            checkLocal(header, position + 46 + nameLength, extraLength, name);
            position += 46 + nameLength + extraLength + Short.toUnsignedInt(header.getShort(32));
        }
    }

    private void checkLocal(ByteBuffer header, long extraAt, int extraLength, String name) throws IOException {
        long offset = Integer.toUnsignedLong(header.getInt(42));
        if (offset == SEE_64) offset = offset64(header, read(extraAt, extraLength));
        var local = read(offset, 30);
        if (local.getInt(0) != LOCAL) throw notAnArchive("the data of " + name + " is missing");
        if (!name(offset + 30, Short.toUnsignedInt(local.getShort(26))).equals(name)) {
            throw new Refused(new UnsafeEntry(name, "has another name where its data begins"));
        }
    }

    /** In the ZIP64 extra field stand only those of sizes and offset that did not fit, in this order. */
    private static long offset64(ByteBuffer header, ByteBuffer extra) {
        for (int at = 0; at + 4 <= extra.limit(); at += 4 + Short.toUnsignedInt(extra.getShort(at + 2))) {
            if (extra.getShort(at) != 1) continue;
            int skip = (isSet(header, 24) ? 8 : 0) + (isSet(header, 20) ? 8 : 0);
            if (at + 4 + skip + 8 <= extra.limit()) return extra.getLong(at + 4 + skip);
        }
        throw notAnArchive("an offset is missing");
    }

    private static boolean isSet(ByteBuffer header, int field) {
        return Integer.toUnsignedLong(header.getInt(field)) == SEE_64;
    }

    private static boolean isLink(ByteBuffer header) {
        return header.get(5) == UNIX && (header.getInt(38) >>> 16 & 0xF000) == SYMBOLIC_LINK;
    }

    private String name(long position, int length) throws IOException {
        if (length > LONGEST_NAME) throw notAnArchive("a name is longer than " + LONGEST_NAME + " bytes");
        return StandardCharsets.UTF_8.decode(read(position, length)).toString();
    }

    private Directory directory() throws IOException {
        long size = file.size();
        int tailLength = (int) Math.min(size, 22 + LONGEST_COMMENT);
        var tail = read(size - tailLength, tailLength);
        for (int at = tailLength - 22; at >= 0; at--) {
            boolean toTheEnd = at + 22 + Short.toUnsignedInt(tail.getShort(at + 20)) == tailLength;
            if (tail.getInt(at) == END && toTheEnd) return directory(tail, at, size - tailLength + at);
        }
        throw notAnArchive("the end of the directory is missing");
    }

    private Directory directory(ByteBuffer tail, int at, long position) throws IOException {
        long offset = Integer.toUnsignedLong(tail.getInt(at + 16));
        int entries = Short.toUnsignedInt(tail.getShort(at + 10));
        if (offset != SEE_64 && entries != 0xFFFF) return new Directory(offset, entries);
        var locator = read(position - 20, 20);
        if (locator.getInt(0) != LOCATOR_64) return new Directory(offset, entries);
        var end = read(locator.getLong(8), 56);
        if (end.getInt(0) != END_64) throw notAnArchive("the ZIP64 directory is missing");
        return new Directory(end.getLong(48), Math.clamp(end.getLong(32), 0, Long.MAX_VALUE));
    }

    private ByteBuffer read(long position, int length) throws IOException {
        if (position < 0 || position > file.size() - length) throw notAnArchive("it points outside of itself");
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) throw notAnArchive("it ends too early");
        }
        return bytes.flip();
    }

    private static Refused notAnArchive(String reason) {
        return new Refused(new NotAnArchive(reason));
    }
}
