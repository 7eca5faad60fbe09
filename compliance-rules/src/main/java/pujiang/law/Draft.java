package pujiang.law;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule book in preparation, in a folder structured like the rule book: one folder per instrument, one file per
 * article. It is not trusted. All files are read by {@link RuleFile} before any is compiled, and only the parsed form
 * is compiled. Its size is limited before it is read.
 */
public final class Draft {

    /** Kept next to the rules, and not part of the rule book. */
    public static final String CASES = "cases.jsonl";

    private static final int MOST_FILES = 2_000;
    private static final int LARGEST_FILE = 64 * 1024;
    private static final int LARGEST_BOOK = 4 * 1024 * 1024;

    /** The program's rule book has some two hundred. */
    private static final int MOST_RULES = 5_000;

    /** The rest is reported after these are fixed. */
    private static final int MOST_FAULTS = 500;

    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]{1,32}/([a-z0-9-]{1,64}\\.drl|instrument\\.properties|thresholds\\.properties)");

    private final SortedMap<String, String> texts;
    private final Bounds bounds;
    private final List<DraftFault> faults;

    private Draft(SortedMap<String, String> texts, Bounds bounds, List<DraftFault> faults) {
        this.texts = texts;
        this.bounds = bounds;
        this.faults = List.copyOf(faults);
    }

    /**
     * Reads the files of a rule book in a folder.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Draft read(Path folder) throws IOException {
        return read(folder, Draft::of);
    }

    /**
     * As {@link #read}, for a rule book accepted earlier: see {@link #kept}.
     *
     * @throws IOException if the folder cannot be read
     */
    public static Draft readKept(Path folder) throws IOException {
        return read(folder, Draft::kept);
    }

    private static Draft read(Path folder, Function<Map<String, String>, Draft> draft) throws IOException {
        var texts = new TreeMap<String, String>();
        var faults = new ArrayList<DraftFault>();
        for (var file : files(folder, faults)) {
            var name = folder.relativize(file).toString().replace('\\', '/');
            if (name.equals(CASES)) continue;
            try {
                if (!NAME.matcher(name).matches()) fault(name, "not a file of a rule book", faults);
                else if (Files.size(file) > LARGEST_FILE) fault(name, tooLarge(), faults);
                else texts.put(name, Files.readString(file).replace("\r\n", "\n"));
            } catch (CharacterCodingException _) {
                fault(name, "not valid UTF-8", faults);
            }
        }
        var read = draft.apply(texts);
        faults.addAll(read.faults);
        return new Draft(texts, read.bounds, faults);
    }

    /** A draft from uploaded texts by name; the names have passed {@link #mayHold}. */
    public static Draft of(Map<String, String> texts) {
        var book = book(texts);
        var faults = new ArrayList<DraftFault>();
        book.forEach((file, text) -> Characters.fault(file, text).ifPresent(faults::add));
        return new Draft(book, Bounds.DRAFT, faults);
    }

    /**
     * A rule book accepted earlier, by this release or a previous one. Its comments and texts may contain characters
     * that are now refused; they are never compiled. It may also exceed the present limits of drafts: see
     * {@link Bounds#KEPT}.
     */
    public static Draft kept(Map<String, String> texts) {
        return new Draft(book(texts), Bounds.KEPT, List.of());
    }

    private static SortedMap<String, String> book(Map<String, String> texts) {
        var book = new TreeMap<>(texts);
        book.remove(CASES);
        return book;
    }

    /** The files of the rule book, without the cases. */
    public static SortedMap<String, String> bookOf(Map<String, String> texts) {
        return Collections.unmodifiableSortedMap(book(texts));
    }

    /** Whether a rule book, or its cases, can have a file of that name. */
    public static boolean mayHold(String name) {
        return name.equals(CASES) || NAME.matcher(name).matches();
    }

    /** The files of the resulting rule book. */
    public SortedMap<String, String> texts() {
        return Collections.unmodifiableSortedMap(texts);
    }

    /** The digest of the resulting rule book, whether the draft is valid or not. */
    public String digest() {
        return BookDigest.of(texts);
    }

    /**
     * Whether a decision with this recorded digest used these files. Releases before decision 100 recorded a digest of
     * the files alone.
     */
    public boolean isKnownAs(String recorded) {
        return BookDigest.names(recorded, texts);
    }

    /** Links lead out of the folder, so they are not followed. */
    private static List<Path> files(Path folder, List<DraftFault> faults) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 3)) {
            var files = all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (files.size() <= MOST_FILES) return files;
            fault(".", "more than " + MOST_FILES + " files", faults);
            return List.of();
        }
    }

    private static void fault(String file, String what, List<DraftFault> faults) {
        faults.add(new DraftFault(file, 0, what));
    }

    /** All errors of the draft, in the order of its files; empty if it is valid. */
    public List<DraftFault> faults() {
        var all = new ArrayList<>(faults);
        if (!bounds.isHistoric()) all.addAll(excess());
        // A file with hidden characters or above the limits is not read.
        var unread = all.stream().map(DraftFault::file).collect(Collectors.toSet());
        if (!unread.contains(".")) all.addAll(misread(unread));
        return all.stream()
                .sorted(Comparator.comparing(DraftFault::file).thenComparingInt(DraftFault::line))
                .limit(MOST_FAULTS)
                .toList();
    }

    private List<DraftFault> misread(Set<String> unread) {
        var found = new ArrayList<DraftFault>();
        var rules = new ArrayList<ParsedRule>();
        texts.forEach((file, text) -> {
            if (!file.endsWith(".drl") || unread.contains(file)) return;
            try {
                rules.addAll(RuleFile.read(file, text, bounds));
            } catch (DraftFault.Found fault) {
                found.add(fault.fault());
            }
        });
        if (rules.isEmpty() && found.isEmpty() && unread.isEmpty()) fault(".", "no rule found", found);
        if (rules.size() > MOST_RULES && !bounds.isHistoric()) fault(".", "more than " + MOST_RULES + " rules", found);
        else found.addAll(DraftReview.faults(rules, texts, bounds));
        return found;
    }

    /** Counted in bytes of UTF-8, as files are. */
    private List<DraftFault> excess() {
        var found = new ArrayList<DraftFault>();
        if (texts.size() > MOST_FILES) fault(".", "more than " + MOST_FILES + " files", found);
        long all = 0;
        for (var file : texts.entrySet()) {
            int bytes = file.getValue().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LARGEST_FILE) fault(file.getKey(), tooLarge(), found);
            all += bytes;
        }
        if (all > LARGEST_BOOK) fault(".", "more than " + LARGEST_BOOK + " bytes", found);
        return found;
    }

    private static String tooLarge() {
        return "more than " + LARGEST_FILE + " bytes";
    }

    /** The differences from another rule book, as far as both can be read. */
    public DraftDifference since(Map<String, String> other) {
        return DraftDifference.between(other, texts);
    }

    /** The ids of all rules in files that differ from another rule book. */
    public Set<String> changedSince(Map<String, String> other) {
        var changed = new TreeSet<String>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".drl") && !text.equals(other.get(file))) {
                RuleFile.read(file, text, bounds).forEach(rule -> changed.add(rule.id()));
            }
        });
        return changed;
    }

    /**
     * Compiles the draft.
     *
     * @throws DraftFaults if it has errors, or the engine finds one
     */
    public RuleBook compiled() {
        mustBeSound();
        return compile();
    }

    /** @throws DraftFaults if it has errors that are found without the engine */
    void mustBeSound() {
        var found = faults();
        if (!found.isEmpty()) throw new DraftFaults("the draft has faults: " + found, found);
    }

    private RuleBook compile() {
        try {
            return RuleBook.of(texts);
        } catch (IllegalStateException e) {
            var rules = RuleBook.written(texts).values().stream()
                    .flatMap(List::stream)
                    .toList();
            throw new DraftFaults(String.valueOf(e.getMessage()), CompilerFaults.in(rules, e));
        }
    }
}
