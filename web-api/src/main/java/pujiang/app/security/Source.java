package pujiang.app.security;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The source of a sign-in: an address, and the browser, if it has signed in before. A holder of an IPv6 address has at
 * least 64 bits of them, so the network counts there. Behind a proxy it is the reader's own address only if the
 * exchange is configured to trust the proxy ({@code server.forward-headers-strategy}).
 *
 * @param address or its network
 * @param browser the value given to the browser at an earlier sign-in; null for a program, and for a new browser
 */
public record Source(String address, @Nullable String browser) {

    /** The exchange itself. */
    public static final Source HERE = new Source("here", null);

    private static final int NETWORK = 4;

    /** With a name for the browser, unless it has one. */
    public Source named(Supplier<String> name) {
        return browser == null ? new Source(address, name.get()) : this;
    }

    /** As the server writes addresses: IPv6 in eight groups, without the short form. */
    public static String network(String address) {
        var groups = address.split(":", -1);
        if (groups.length < NETWORK * 2) return address;
        return String.join(":", Arrays.copyOf(groups, NETWORK)) + "::/64";
    }
}
