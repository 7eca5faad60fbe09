package pujiang.app.rulebook;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import pujiang.app.rulebook.RuleDraftRefusal.EntryRefused;
import pujiang.app.rulebook.RuleDraftRefusal.NotAnArchive;
import pujiang.refusal.Refused;

/**
 * The directory at the end of a ZIP (APPNOTE 6.3.10, section 4.3.12): the JDK's reader of streams ignores it, and only
 * the directory marks links. It must name exactly the entries that were read, so there is no second reading.
 */
record ZipDirectory(Set<String> plainFiles) {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENTRY = 0x02014b50;
    private static final int UNIX = 3;
    private static final int KIND = 0170000;
    private static final Set<Integer> PLAIN = Set.of(0, 0040000, 0100000);

    static ZipDirectory of(byte[] zip) {
        var bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = end(bytes);
            int count = Short.toUnsignedInt(bytes.getShort(end + 10));
            var names = new TreeSet<String>();
            int at = bytes.getInt(end + 16);
            for (int i = 0; i < count; i++) {
                if (bytes.getInt(at) != ENTRY) throw new Refused(new NotAnArchive());
                int length = Short.toUnsignedInt(bytes.getShort(at + 28));
                var name = new byte[length];
                bytes.get(at + 46, name);
                names.add(plain(new String(name, StandardCharsets.UTF_8), bytes, at));
                at += 46
                        + length
                        + Short.toUnsignedInt(bytes.getShort(at + 30))
                        + Short.toUnsignedInt(bytes.getShort(at + 32));
            }
            if (names.size() != count) throw new Refused(new NotAnArchive());
            return new ZipDirectory(names);
        } catch (BufferUnderflowException | IndexOutOfBoundsException _) {
            throw new Refused(new NotAnArchive());
        }
    }

    private static int end(ByteBuffer bytes) {
        int first = Math.max(0, bytes.limit() - END_BYTES - LONGEST_COMMENT);
        for (int at = bytes.limit() - END_BYTES; at >= first; at--) {
            if (bytes.getInt(at) == END) return at;
        }
        throw new Refused(new NotAnArchive());
    }

    private static String plain(String name, ByteBuffer bytes, int at) {
        int system = Byte.toUnsignedInt(bytes.get(at + 5));
        int kind = (bytes.getInt(at + 38) >>> 16) & KIND;
        if (system == UNIX && !PLAIN.contains(kind)) throw new Refused(new EntryRefused(name));
        return name;
    }
}
