package pujiang.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import pujiang.digest.Sha256;

/**
 * The digest by which a decision names its rule book: SHA-256 over all files of the rule book, each with its name, in
 * alphabetical order, and the list of the definitions that rules share. See
 * docs/decisions/0100-the-digest-of-a-book-covers-the-definitions.md.
 */
final class BookDigest {

    /** The name of the list among the files. No file of a rule book has it: each is in the folder of its instrument. */
    private static final String DEFINITIONS = "definitions";

    private BookDigest() {}

    /** The digest under the definitions of this program. */
    static String of(Map<String, String> files) {
        return of(files, definitions());
    }

    static String of(Map<String, String> files, String definitions) {
        var all = new TreeMap<>(files);
        all.put(DEFINITIONS, definitions);
        return Sha256.named(all);
    }

    /** The digest as recorded by releases before decision 100. */
    static String ofFiles(Map<String, String> files) {
        return Sha256.named(files);
    }

    /** Whether a decision with this digest used these files and, as far as is known, the same definitions. */
    static boolean names(String recorded, Map<String, String> files) {
        return recorded.equals(of(files)) || recorded.equals(ofFiles(files));
    }

    /** The classes of the definitions that rules share, each with its digest. */
    static String definitions() {
        return OwnDefinitions.READ;
    }

    /** Read at the first request. */
    private static final class OwnDefinitions {
        private static final String READ = text();

        private static String text() {
            try (var stream = BookDigest.class.getResourceAsStream("definitions.txt")) {
                if (stream == null) throw new IllegalStateException("the program lacks its list of definitions");
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("the list of definitions", e);
            }
        }
    }
}
