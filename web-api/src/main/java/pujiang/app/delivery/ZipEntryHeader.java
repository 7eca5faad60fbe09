package pujiang.app.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * An entry as described by the directory (APPNOTE 6.3.10, section 4.3.12).
 *
 * @param raw the bytes of its name
 * @param other names in extra fields, which some programs prefer
 * @param flags the general purpose bits
 * @param attributes the kind of file, for systems that distinguish kinds
 * @param compressed the bytes of its data
 * @param local position of its own header, from the start of the archive
 */
@SuppressWarnings("ArrayRecordComponent") // Names as written, unchanged.
record ZipEntryHeader(byte[] raw, List<byte[]> other, int flags, int attributes, long compressed, long local) {

    static final int BYTES = 46;
    static final int LOCAL_BYTES = 30;

    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final long INT = 0xffff_ffffL;
    private static final int LARGE = 0x0001;
    private static final int UNICODE_PATH = 0x7075;
    /** Version and checksum, before the name. */
    private static final int UNICODE_PATH_HEAD = 5;
    /** The sizes follow the data, where the header could not know them. */
    private static final int SIZES_FOLLOW = 1 << 3;

    private static final int KIND = 0170000;
    private static final Set<Integer> PLAIN = Set.of(0, 0040000, 0100000);

    /** The lengths of the name, the extra fields and the comment. */
    static int[] lengths(ByteBuffer fixed) throws IOException {
        if (fixed.getInt(0) != ENTRY) throw new ZipEnd.Unreadable();
        return new int[] {unsigned(fixed, 28), unsigned(fixed, 30), unsigned(fixed, 32)};
    }

    static ZipEntryHeader of(ByteBuffer fixed, byte[] name, ByteBuffer extra) throws IOException {
        long size = Integer.toUnsignedLong(fixed.getInt(24));
        long compressed = Integer.toUnsignedLong(fixed.getInt(20));
        long local = Integer.toUnsignedLong(fixed.getInt(42));
        var others = new ArrayList<byte[]>();
        for (var field : fields(extra)) {
            if (field.kind() == UNICODE_PATH) others.add(field.from(UNICODE_PATH_HEAD));
            if (field.kind() != LARGE) continue;
            // Only values that did not fit above are here, in this order.
            if (size == INT) field.next();
            if (compressed == INT) compressed = field.next();
            if (local == INT) local = field.next();
        }
        return new ZipEntryHeader(name, others, unsigned(fixed, 8), fixed.getInt(38), compressed, local);
    }

    /** With what cannot be read replaced. */
    String name() {
        return new String(raw, UTF_8);
    }

    /** Every name under which some program would unpack it. */
    List<String> names() {
        var names = new ArrayList<String>();
        names.add(name());
        // As read by programs without other character sets: an unreadable name hides nothing.
        names.add(new String(raw, ISO_8859_1));
        other.forEach(name -> names.add(new String(name, UTF_8)));
        return names;
    }

    boolean decodable() {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(raw));
            for (var name : other) UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    /** A file or a folder; a link would be followed when the next entry is unpacked. */
    boolean plain() {
        return PLAIN.contains((attributes >>> 16) & KIND);
    }

    /**
     * The end of its data in the file.
     *
     * @throws IOException if its own header contradicts the directory
     */
    long endOfData(FileChannel file, long prefix) throws IOException {
        long size = file.size();
        if (local < 0 || local > size || compressed < 0 || compressed > size) throw new ZipEnd.Unreadable();
        var header = ZipEnd.read(file, prefix + local, LOCAL_BYTES);
        int name = unsigned(header, 26);
        int extra = unsigned(header, 28);
        if (header.getInt(0) != LOCAL || name != raw.length) throw new ZipEnd.Unreadable();
        var more = ZipEnd.read(file, prefix + local + LOCAL_BYTES, name + extra);
        if (!more.slice(0, name).equals(ByteBuffer.wrap(raw))) throw new ZipEnd.Unreadable();
        var own = of(inDirectory(header), raw, more.slice(name, extra).order(ByteOrder.LITTLE_ENDIAN));
        for (var path : own.other()) {
            if (other.stream().noneMatch(known -> Arrays.equals(known, path))) throw new ZipEnd.Unreadable();
        }
        if ((flags & SIZES_FOLLOW) == 0 && own.compressed() != compressed) throw new ZipEnd.Unreadable();
        return prefix + local + LOCAL_BYTES + name + extra + compressed;
    }

    /** The fields that both have, where the directory has them. */
    private static ByteBuffer inDirectory(ByteBuffer header) {
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(8, header.getShort(6))
                .putInt(20, header.getInt(18))
                .putInt(24, header.getInt(22));
    }

    private record Field(int kind, ByteBuffer data) {

        byte[] from(int start) throws IOException {
            if (data.limit() < start) throw new ZipEnd.Unreadable();
            var bytes = new byte[data.limit() - start];
            data.get(start, bytes);
            return bytes;
        }

        long next() throws IOException {
            if (data.remaining() < Long.BYTES) throw new ZipEnd.Unreadable();
            return data.getLong();
        }
    }

    /** Bytes at the end that are not a field are padding, as some programs align by. */
    private static List<Field> fields(ByteBuffer extra) {
        var fields = new ArrayList<Field>();
        int at = 0;
        while (at + 4 <= extra.limit()) {
            int length = unsigned(extra, at + 2);
            if (at + 4 + length > extra.limit()) break;
            fields.add(
                    new Field(unsigned(extra, at), extra.slice(at + 4, length).order(ByteOrder.LITTLE_ENDIAN)));
            at += 4 + length;
        }
        return fields;
    }

    private static int unsigned(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }
}
