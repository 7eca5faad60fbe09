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

/** The rules as they stand, compiled, and the digest by which a decision says which rules judged it. */
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
     * Compiles the book that comes with the program.
     *
     * @throws RuntimeException naming file and line, if it cannot be read or compiled
     */
    public static RuleBook load() {
        var texts = ownTexts();
        Draft.of(texts).mustBeSound();
        return of(texts);
    }

    /** The files of the book that comes with the program. */
    public static SortedMap<String, String> ownTexts() {
        var texts = new TreeMap<String, String>();
        BundledRules.ALL.forEach(file -> texts.put(file, text(file)));
        return Collections.unmodifiableSortedMap(texts);
    }

    /** Its files by name, to be kept. */
    public SortedMap<String, String> texts() {
        return Collections.unmodifiableSortedMap(texts);
    }

    static ThresholdTable ownNumbers() {
        return OwnNumbers.READ;
    }

    /** Read when somebody first asks. */
    private static final class OwnNumbers {
        private static final ThresholdTable READ = ThresholdTable.of(ownTexts(), Bounds.KEPT);
    }

    /**
     * Compiles what {@link RuleFile} understands of the texts.
     *
     * @throws DraftFault.Found at the first word that it does not understand
     * @throws IllegalStateException if the engine does not compile it all the same
     */
    static RuleBook of(SortedMap<String, String> texts) {
        var written = written(texts);
        return of(texts, written, Drl.of(written, Voice.IF_POSSIBLE), Drl.of(written, Voice.ALWAYS));
    }

    /**
     * @param deciding the rules as they are compiled to decide
     * @param talking the same to explain, when somebody asks
     */
    static RuleBook of(
            SortedMap<String, String> texts, Map<String, List<ParsedRule>> written, Drl deciding, Drl talking) {
        return new RuleBook(texts, written, compile(deciding), talking);
    }

    /** What the files say, by their names. How much a draft may say was bounded before, by {@link Draft#faults}. */
    static SortedMap<String, List<ParsedRule>> written(Map<String, String> texts) {
        var written = new TreeMap<String, List<ParsedRule>>();
        texts.forEach((file, text) -> {
            if (file.endsWith(".drl")) written.put(file, RuleFile.read(file, text, Bounds.KEPT));
        });
        return written;
    }

    /** In alphabetical order of their ids; the versions of one, the superseded ones included, in order of time. */
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

    /** Of its files, and of the words that rules use ({@link Conditions}, {@link Definitions}), which are code. */
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
     * The same rules without their silence. Compiled when somebody first asks why, or is about to: few do, and it takes
     * seconds.
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

    /** One at a time: the engine keeps what it has built under one name, until its container takes it from there. */
    static synchronized KieBase compile(Drl drl) {
        System.setProperty("drools.dateformat", "yyyy-MM-dd");
        // A plain runtime has no javac, and this one starts sooner.
        System.setProperty("drools.dialect.java.compiler", "ECLIPSE");
        var kie = KieServices.get();
        var files = kie.newKieFileSystem();
        drl.files().forEach((file, text) -> files.write("src/main/resources/law/" + file, text));
        var builder = built(kie.newKieBuilder(files));
        var errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) throw new IllegalStateException("the rule book does not compile: " + told(errors));
        return kie.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    /** The engine throws where it does not expect what it reads; to whoever compiles, that is one more fault. */
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

    /** The engine compiles classes of its own, whose names hold the instrument's folder and no line of ours. */
    private static String folder(Message error) {
        var found = Pattern.compile("law/([a-z0-9]+)").matcher(String.valueOf(error.getPath()));
        return found.find() ? found.group(1) : "law";
    }
}
