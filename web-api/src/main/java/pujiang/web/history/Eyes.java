package pujiang.web.history;

import org.jspecify.annotations.Nullable;
import pujiang.web.security.Caller;

/**
 * Whose eyes a history is for. The exchange's own people read everything. A participant does not read the facts behind a
 * decision, which may be the other side's, but their digest; and of who acted on other sides the party and the office.
 *
 * @param reader null for the exchange itself
 */
public record Eyes(@Nullable Caller reader) {

    /** Operator and compliance officer. */
    public static final Eyes STAFF = new Eyes(null);

    public static Eyes of(Caller caller) {
        return caller.staff() ? STAFF : new Eyes(caller);
    }
}
