package pujiang.app.trial;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Messages between the exchange and a trial: one byte for the kind, four for the length, then that many of JSON. No
 * message is longer than a bound, whatever its length field, and none is read further than that.
 */
final class Frames {

    /** The texts of a book of 2 MB, each character escaped. */
    static final int MOST = 16 << 20;

    private final DataInputStream in;
    private final DataOutputStream out;

    Frames(InputStream in, OutputStream out) {
        this.in = new DataInputStream(in);
        this.out = new DataOutputStream(out);
    }

    /** The bytes read are not the start of a message. */
    static final class NoFrame extends IOException {

        private static final long serialVersionUID = 1L;

        NoFrame(String what) {
            super(what);
        }
    }

    /** One that was read; its content is the reader's own. */
    static final class Frame {

        private final char kind;
        private final byte[] content;

        private Frame(char kind, byte[] content) {
            this.kind = kind;
            this.content = content;
        }

        char kind() {
            return kind;
        }

        byte[] content() {
            return content;
        }
    }

    void write(char kind, byte[] content) throws IOException {
        if (content.length > MOST) throw new IOException("a message of %d bytes is too long".formatted(content.length));
        out.writeByte(kind);
        out.writeInt(content.length);
        out.write(content);
        out.flush();
    }

    /** The next one; empty where the other side has ended between two. */
    Optional<Frame> read() throws IOException {
        int kind = in.read();
        if (kind < 0) return Optional.empty();
        int length = in.readInt();
        if (length < 0 || length > MOST) throw new NoFrame("says that it has %d bytes".formatted(length));
        var content = in.readNBytes(length);
        if (content.length < length) throw new EOFException("ends within a message");
        return Optional.of(new Frame((char) kind, content));
    }
}
