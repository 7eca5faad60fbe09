package pujiang.law;

import java.util.Map;
import java.util.Optional;

/** The archive of rule books, with the one in force; a port. */
public interface RuleBookArchive {

    /** The rule book that was activated last; empty while the program's rule book is in force. */
    Optional<Activated> activated();

    /** The files of a rule book, by name. */
    Optional<Map<String, String>> texts(String digest);

    /**
     * An activated rule book.
     *
     * @param number of its activation, which increases
     */
    record Activated(long number, String digest) {}
}
