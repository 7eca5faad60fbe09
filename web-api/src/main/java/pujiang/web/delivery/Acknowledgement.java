package pujiang.web.delivery;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.WebConnection;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Hears how a reader leaves after the last byte. That a byte was written says only that it lies in some buffer; but a
 * response with "Connection: close" is followed by the reader's own farewell. Who has read all closes the connection, and
 * the end of its input is heard; who closes it with bytes unread, or has died, resets it. Neither a thread nor a worker is
 * held meanwhile. It takes the connection over as an upgrade does, which is the one way to it that the server has.
 *
 * <p>See docs/decisions/0085-a-link-is-spent-when-its-reader-has-all.md.
 */
public final class Acknowledgement implements InternalHttpUpgradeHandler {

    private static final long PATIENCE_MILLIS = 10_000;

    private final AtomicBoolean heard = new AtomicBoolean();
    private final ByteBuffer rest = ByteBuffer.allocate(256);
    private Consumer<Boolean> listener = _ -> {};
    private @Nullable SocketWrapperBase<?> socket;

    /**
     * Once the whole response has been written out.
     *
     * @param listener told once whether the reader has read all of it
     */
    static void of(HttpServletRequest request, Consumer<Boolean> listener) throws IOException {
        try {
            request.upgrade(Acknowledgement.class).listener = listener;
        } catch (ServletException | UnsupportedOperationException _) {
            // A protocol that does not give its connection away; then it was sent, and that is all there is to know.
            listener.accept(true);
        }
    }

    @Override
    public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
        socket = wrapper;
        wrapper.setReadTimeout(PATIENCE_MILLIS);
    }

    @Override
    public void init(WebConnection connection) {
        // All that is to come is the end, which the server tells by an event.
    }

    @Override
    public SocketState upgradeDispatch(SocketEvent event) {
        return switch (event) {
            case OPEN_READ -> read();
            case OPEN_WRITE -> SocketState.UPGRADED;
            case STOP, TIMEOUT, DISCONNECT, ERROR, CONNECT_FAIL -> left(false);
        };
    }

    /** Whatever else is sent is thrown away: it was told that this response is the last. */
    private SocketState read() {
        var from = socket;
        if (from == null) return left(false);
        try {
            int read;
            do {
                rest.clear();
                read = from.read(false, rest);
            } while (read > 0);
            return read < 0 ? left(true) : SocketState.UPGRADED;
        } catch (EOFException _) {
            // So the server tells the end of the input.
            return left(true);
        } catch (IOException _) {
            return left(false);
        }
    }

    private SocketState left(boolean withAll) {
        if (heard.compareAndSet(false, true)) listener.accept(withAll);
        return SocketState.CLOSED;
    }

    @Override
    public void destroy() {
        var _ = left(false);
    }

    @Override
    public void timeoutAsync(long now) {}

    @Override
    public void setSslSupport(SSLSupport support) {}

    @Override
    public void pause() {}
}
