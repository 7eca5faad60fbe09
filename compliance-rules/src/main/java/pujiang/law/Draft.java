package pujiang.law;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule book that somebody is writing, in a folder laid out as the book is: one folder an instrument, one file an article.
 * Nothing of it is believed, and nothing is compiled before all of it has been read by {@link RuleFile}.
 */
public final class Draft {

    /** Lies beside the rules, and is no part of the book. */
    public static final String CASES = "cases.jsonl";

    private static final int MOST_FILES = 2_000;
    private static final long LARGEST_FILE = 64 * 1024;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]{1,32}/([a-z0-9-]{1,64}\\.drl|instrument\\.properties|thresholds\\.properties)");

    private final SortedMap<String, String> texts;
    private final List<DraftFault> faults;

    private Draft(SortedMap<String, String> texts, List<DraftFault> faults) {
        this.texts = texts;
        this.faults = faults;
    }

    /**
     * Reads a folder, as far as it holds files of a rule book.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Draft read(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        var faults = new ArrayList<DraftFault>();
        for (var file : files(folder, faults)) {
            var name = folder.relativize(file).toString().replace('\\', '/');
            if (name.equals(CASES)) continue;
            try {
                if (!NAME.matcher(name).matches()) fault(name, "is no file of a rule book", faults);
                else if (Files.size(file) > LARGEST_FILE)
                    fault(name, "has more than " + LARGEST_FILE + " bytes", faults);
                else texts.put(name, Files.readString(file).replace("\r\n", "\n"));
            } catch (CharacterCodingException _) {
                fault(name, "is no text in UTF-8", faults);
            }
        }
        return new Draft(texts, faults);
    }

    /** From texts by name, as they are uploaded; the names have passed {@link #mayHold}. */
    public static Draft of(Map<String, String> texts) {
        var book = new TreeMap<>(texts);
        book.remove(CASES);
        return new Draft(book, List.of());
    }

    /** The files of the book, without the cases beside it. */
    public static SortedMap<String, String> bookOf(Map<String, String> texts) {
        return of(texts).texts();
    }

    /** Whether a book, or the cases beside it, can have a file of that name. */
    public static boolean mayHold(String name) {
        return name.equals(CASES) || NAME.matcher(name).matches();
    }

    /** The files of the book that it becomes. */
    public SortedMap<String, String> texts() {
        return Collections.unmodifiableSortedMap(texts);
    }

    /** Of the book that it becomes, whether it can become one or not. */
    public String digest() {
        return RuleBook.digest(texts);
    }

    /** Links lead out of the folder, so none is followed. */
    private static List<Path> files(Path folder, List<DraftFault> faults) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 3)) {
            var files = all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (files.size() <= MOST_FILES) return files;
            fault(".", "has more than " + MOST_FILES + " files", faults);
            return List.of();
        }
    }

    private static void fault(String file, String what, List<DraftFault> faults) {
        faults.add(new DraftFault(file, 0, what));
    }

    /** Everything that keeps it from being a book, in the order of its files; empty if nothing does. */
    public List<DraftFault> faults() {
        var all = new ArrayList<>(faults);
        var rules = new ArrayList<Written>();
        texts.forEach((file, text) -> {
            if (!file.endsWith(".drl")) return;
            try {
                rules.addAll(RuleFile.read(file, text));
            } catch (DraftFault.Found found) {
                all.add(found.fault());
            }
        });
        all.addAll(DraftReview.faults(rules, texts));
        all.sort((one, other) -> one.file().equals(other.file())
                ? Integer.compare(one.line(), other.line())
                : one.file().compareTo(other.file()));
        return Collections.unmodifiableList(all);
    }

    /** What differs from another book, as far as both can be read. */
    public DraftDifference since(Map<String, String> other) {
        return DraftDifference.between(other, texts);
    }

    /** The ids of all rules in files that are not as they are in another book. */
    public Set<String> changedSince(Map<String, String> other) {
        var changed = new TreeSet<String>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".drl") && !text.equals(other.get(file))) {
                RuleFile.read(file, text).forEach(rule -> changed.add(rule.id()));
            }
        });
        return changed;
    }

    /**
     * Compiles it.
     *
     * @throws DraftFaults if it has faults, or the engine finds one more
     */
    public RuleBook compiled() {
        mustBeSound();
        return compile();
    }

    private void mustBeSound() {
        var found = faults();
        if (!found.isEmpty()) throw new DraftFaults("the draft has faults: " + found, found);
    }

    private RuleBook compile() {
        try {
            return RuleBook.of(texts);
        } catch (IllegalStateException e) {
            throw new DraftFaults(String.valueOf(e.getMessage()), CompilerFaults.in(texts, e));
        }
    }
}
