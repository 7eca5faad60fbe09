package pujiang.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/** Writes ZIPs byte by byte, also such as no honest program writes, for tests. */
public final class Zips {

    private final ByteArrayOutputStream front = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private long count;

    /** A plain file. */
    public Zips file(String name) {
        return entry(name.getBytes(UTF_8), name.getBytes(UTF_8), 0100644, new byte[0]);
    }

    /** One that only a program finds that reads from the front. */
    public Zips hidden(String name) {
        var before = directory.toByteArray();
        file(name);
        directory.reset();
        directory.writeBytes(before);
        count--;
        return this;
    }

    public Zips bytes(String text) {
        front.writeBytes(text.getBytes(UTF_8));
        return this;
    }

    /**
     * @param own as the header before the entry names it
     * @param mode of the file, as Unix counts it
     * @param extra further fields of the directory
     */
    public Zips entry(byte[] own, byte[] listed, int mode, byte[] extra) {
        int local = front.size();
        var crc = new CRC32();
        crc.update(listed);
        front.writeBytes(little(30)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) 0x800)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) crc.getValue())
                .putInt(listed.length)
                .putInt(listed.length)
                .putShort((short) own.length)
                .putShort((short) 0)
                .array());
        front.writeBytes(own);
        front.writeBytes(listed);
        directory.writeBytes(little(46)
                .putInt(0x02014b50)
                .putShort((short) 0x31e)
                .putShort((short) 20)
                .putShort((short) 0x800)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) crc.getValue())
                .putInt(listed.length)
                .putInt(listed.length)
                .putShort((short) listed.length)
                .putShort((short) extra.length)
                .putShort((short) 0)
                .putInt(0)
                .putInt(mode << 16)
                .putInt(local)
                .array());
        directory.writeBytes(listed);
        directory.writeBytes(extra);
        count++;
        return this;
    }

    /** As Info-ZIP writes a name that it prefers to the other one. */
    public static byte[] unicodePath(String name) {
        var path = name.getBytes(UTF_8);
        return little(9 + path.length)
                .putShort((short) 0x7075)
                .putShort((short) (5 + path.length))
                .put((byte) 1)
                .putInt(0)
                .put(path)
                .array();
    }

    public byte[] done() {
        return done(count);
    }

    /** @param told how many entries the end tells of */
    public byte[] done(long told) {
        int start = front.size();
        var out = new ByteArrayOutputStream();
        out.writeBytes(front.toByteArray());
        out.writeBytes(directory.toByteArray());
        if (told >= 0xffff) out.writeBytes(large(out.size(), told, directory.size(), start));
        int few = (int) Math.min(told, 0xffff);
        out.writeBytes(little(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) few)
                .putShort((short) few)
                .putInt(directory.size())
                .putInt(start)
                .putShort((short) 0)
                .array());
        return out.toByteArray();
    }

    private static byte[] large(long at, long told, long size, long start) {
        return little(56 + 20)
                .putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putLong(0)
                .putLong(told)
                .putLong(told)
                .putLong(size)
                .putLong(start)
                .putInt(0x07064b50)
                .putInt(0)
                .putLong(at)
                .putInt(1)
                .array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
