package pujiang.web.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that does on the wire what no HTTP library would do. */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;

    public Wire(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Lines of a request's head; the empty one that ends it is added. */
    public Wire head(String... lines) throws IOException {
        return send((String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
    }

    public Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** No more will come; an answer can still be read. */
    public Wire endOfInput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All that comes until the other side closes. */
    public String answer() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Up to so many bytes. */
    byte[] read(int most) throws IOException {
        var read = new ByteArrayOutputStream();
        read.writeBytes(socket.getInputStream().readNBytes(most));
        return read.toByteArray();
    }

    /** Breaks off: what was not read is thrown away, and the other side is told nothing. */
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
