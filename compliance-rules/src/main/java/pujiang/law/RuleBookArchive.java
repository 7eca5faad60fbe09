package pujiang.law;

import java.util.Map;
import java.util.Optional;

/** The rule books that were ever kept, and which of them is in force; a port. */
public interface RuleBookArchive {

    /** The book that was activated last; empty while the program's own is in force. */
    Optional<Activated> activated();

    /** The files of a book, by name. */
    Optional<Map<String, String>> texts(String digest);

    /**
     * A book that was brought into force.
     *
     * @param number of its activation; the next has a larger one
     */
    record Activated(long number, String digest) {}
}
