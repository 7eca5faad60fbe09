package pujiang.app.start;

import java.util.List;

/**
 * What the person at the console should read once the exchange answers: an account, a file, a link.
 *
 * <p>Beans of this type are asked after the start, in their {@code @Order}.
 */
@FunctionalInterface
public interface StartupNote {

    List<String> lines();
}
