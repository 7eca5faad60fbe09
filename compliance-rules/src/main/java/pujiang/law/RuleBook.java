package pujiang.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.Message;
import pujiang.law.Drl.Voice;

/** The compiled rules, and the digest by which a decision names its rule book. */
public final class RuleBook {

    private final SortedMap<String, String> texts;
    private final KieBase compiled;
    private final Drl talking;
    private final ThresholdTable thresholdTable;
    private final SortedMap<String, List<Rule>> rules;
    private final String digest;

    private Compiler.@Nullable Work<Engine> explaining;

    private RuleBook(
            SortedMap<String, String> texts, Map<String, List<ParsedRule>> written, KieBase compiled, Drl talking) {
        this.texts = texts;
        this.compiled = compiled;
        this.talking = talking;
        this.thresholdTable = ThresholdTable.of(texts, Bounds.KEPT);
        this.rules = Descriptions.of(written, texts);
        this.digest = BookDigest.of(texts);
    }

    /**
     * Compiles the rule book of the program.
     *
     * @throws RuntimeException naming file and line, if it cannot be read or compiled
     */
    public static RuleBook load() {
        var texts = ownTexts();
        Draft.of(texts).mustBeSound();
        return of(texts);
    }

    /** The files of the rule book of the program. */
    public static SortedMap<String, String> ownTexts() {
        var texts = new TreeMap<String, String>();
        BundledRules.ALL.forEach(file -> texts.put(file, text(file)));
        return Collections.unmodifiableSortedMap(texts);
    }

    /** Its files by name, for the archive. */
    public SortedMap<String, String> texts() {
        return Collections.unmodifiableSortedMap(texts);
    }

    static ThresholdTable ownNumbers() {
        return OwnNumbers.READ;
    }

    /** Read at the first request. */
    private static final class OwnNumbers {
        private static final ThresholdTable READ = ThresholdTable.of(ownTexts(), Bounds.KEPT);
    }

    /**
     * Compiles the parsed form of the texts (see {@link RuleFile}).
     *
     * @throws DraftFault.Found at the first word that cannot be parsed
     * @throws IllegalStateException if the engine still does not compile it
     */
    static RuleBook of(SortedMap<String, String> texts) {
        var written = written(texts);
        return of(texts, written, Drl.of(written, Voice.IF_POSSIBLE), Drl.of(written, Voice.ALWAYS));
    }

    /**
     * @param deciding the rules as they are compiled to decide
     * @param talking the same rules compiled to explain, on request
     */
    static RuleBook of(
            SortedMap<String, String> texts, Map<String, List<ParsedRule>> written, Drl deciding, Drl talking) {
        return new RuleBook(texts, written, compile(deciding), talking);
    }

    /** The content of the files, by their names. The size of a draft was limited before, by {@link Draft#faults}. */
    static SortedMap<String, List<ParsedRule>> written(Map<String, String> texts) {
        var written = new TreeMap<String, List<ParsedRule>>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".drl")) written.put(file, RuleFile.read(file, text, Bounds.KEPT));
        });
        return written;
    }

    /** In alphabetical order of ids; the versions of one id, superseded ones included, in chronological order. */
    public List<Rule> rules() {
        return rules.values().stream().flatMap(List::stream).toList();
    }

    /** The newest version. */
    public Rule rule(String id) {
        return versions(id).getLast();
    }

    /** The version in force on a day. */
    public Rule rule(String id, LocalDate day) {
        return versions(id).stream()
                .filter(version -> version.isInForceOn(day))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the rule book has no " + id + " on " + day));
    }

    private List<Rule> versions(String id) {
        var versions = rules.get(id);
        if (versions == null) throw new IllegalArgumentException("the rule book has no " + id);
        return versions;
    }

    /** Covers its files and the words that rules use ({@link Conditions}, {@link Definitions}), which are code. */
    public String digest() {
        return digest;
    }

    boolean isKnownAs(String recorded) {
        return BookDigest.names(recorded, texts);
    }

    Engine deciding(TimeLimit limit) {
        return new Engine(compiled, thresholdTable, limit);
    }

    ThresholdTable numbers() {
        return thresholdTable;
    }

    /**
     * The same rules, all of which report their conditions. Compiled at or shortly before the first request for an
     * explanation, because requests are rare and compiling takes seconds.
     */
    synchronized Compiler.Work<Engine> explaining(TimeLimit limit) {
        if (explaining == null || explaining.hasFailed()) {
            explaining = Compiler.begin(() -> new Engine(compile(talking), thresholdTable, limit));
        }
        return explaining;
    }

    static List<String> files() {
        return BundledRules.ALL;
    }

    static String text(String file) {
        try (var stream = RuleBook.class.getResourceAsStream("/law/" + file)) {
            if (stream == null) throw new IllegalStateException("the rule book lacks law/" + file);
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("law/" + file, e);
        }
    }

    /** One at a time: the engine stores its result under one name until the container takes it. */
    static synchronized KieBase compile(Drl drl) {
        System.setProperty("drools.dateformat", "yyyy-MM-dd");
        // A plain runtime has no javac, and this compiler starts sooner.
        System.setProperty("drools.dialect.java.compiler", "ECLIPSE");
        var kie = KieServices.get();
        var files = kie.newKieFileSystem();
        drl.files().forEach((file, text) -> files.write("src/main/resources/law/" + file, text));
        var builder = built(kie.newKieBuilder(files));
        var errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) throw new IllegalStateException("the rule book does not compile: " + told(errors));
        return kie.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    /** The engine throws on input that it does not expect; callers treat this as one more error. */
    private static KieBuilder built(KieBuilder builder) {
        try {
            return builder.buildAll(ExecutableModelProject.class);
        } catch (RuntimeException e) {
            throw new IllegalStateException("the rule book does not compile: law: " + e.getMessage(), e);
        }
    }

    private static String told(List<Message> errors) {
        return errors.stream()
                .map(error -> folder(error) + ": "
                        + error.getText().strip().lines().findFirst().orElse(""))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** The engine compiles generated classes. Their names contain the instrument's folder, but not our lines. */
    private static String folder(Message error) {
        var found = Pattern.compile("law/([a-z0-9]+)").matcher(String.valueOf(error.getPath()));
        return found.find() ? found.group(1) : "law";
    }
}
