package pujiang.host.wiring;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.stereotype.Component;
import pujiang.app.start.StartClaim;

/** The port is taken last in a start; whether it will be free is found out before anything is changed. */
@Component
final class PortClaim implements StartClaim {

    private final int port;
    private final @Nullable InetAddress address;

    PortClaim(@Value("${server.port}") int port, @Value("${server.address:#{null}}") @Nullable InetAddress address) {
        this.port = port;
        this.address = address;
    }

    @Override
    public void check(DataSource database) {
        if (port <= 0) return;
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (BindException taken) {
            throw new PortInUseException(port, taken);
        } catch (IOException _) {
            // Whatever it is, the web server will meet it and say so.
        }
    }
}
