package pujiang.app.start;

import java.util.List;

/**
 * A note for the person at the console once the exchange answers: an account, a file, a link.
 *
 * <p>Beans of this type are called after the start, in their {@code @Order}.
 */
@FunctionalInterface
public interface StartupNote {

    List<String> lines();
}
