package pujiang.app.request;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/**
 * An address of the exchange as it is written into headers, JSON and pages. Here alone names and values become part of an
 * address: each character that is not unreserved (RFC 3986, section 2.3) is escaped, a plus among them, which readers of
 * forms take for a blank.
 */
public final class Address {

    private final StringBuilder text;
    private boolean asks;

    private Address(String path) {
        this.text = new StringBuilder(path);
    }

    /** @param path as in an address, escaped already */
    public static Address of(String path) {
        return new Address(path);
    }

    /** One step further down. */
    public Address step(String name) {
        text.append('/').append(escaped(name));
        return this;
    }

    /** With a parameter more. */
    public Address with(String name, String value) {
        text.append(asks ? '&' : '?').append(escaped(name)).append('=').append(escaped(value));
        asks = true;
        return this;
    }

    private static String escaped(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
