package pujiang.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HexFormat;
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
import org.kie.api.builder.Message;

/** The rules as they stand, compiled, and the digest by which a decision says which rules judged it. */
public final class RuleBook {

    /** What keeps a rule silent; without it every rule tells of its condition. */
    private static final Pattern ONLY_IF_POSSIBLE = Pattern.compile(",\\s*\\$why\\s*\\.\\s*possible\\s*\\)");

    private final SortedMap<String, String> texts;
    private final KieBase compiled;
    private final Numbers numbers;
    private final SortedMap<String, List<Rule>> rules;
    private final String digest;

    private Compiler.@Nullable Work<Engine> explaining;

    private RuleBook(
            SortedMap<String, String> texts, KieBase compiled, SortedMap<String, List<Rule>> rules, String digest) {
        this.texts = texts;
        this.compiled = compiled;
        this.numbers = Numbers.of(texts);
        this.rules = rules;
        this.digest = digest;
    }

    /**
     * Compiles the book that comes with the program.
     *
     * @throws IllegalStateException naming file and line, if it does not compile
     */
    public static RuleBook load() {
        return of(ownTexts());
    }

    /** The files of the book that comes with the program. */
    public static SortedMap<String, String> ownTexts() {
        var texts = new TreeMap<String, String>();
        OwnFiles.ALL.forEach(file -> texts.put(file, text(file)));
        return Collections.unmodifiableSortedMap(texts);
    }

    /** Its files by name, to be kept. */
    public SortedMap<String, String> texts() {
        return Collections.unmodifiableSortedMap(texts);
    }

    static Numbers ownNumbers() {
        return OwnNumbers.READ;
    }

    /** Read when somebody first asks. */
    private static final class OwnNumbers {
        private static final Numbers READ = Numbers.of(ownTexts());
    }

    /** Compiles texts that have been read by {@link RuleFile}, or are the program's own. */
    static RuleBook of(SortedMap<String, String> texts) {
        System.setProperty("drools.dateformat", "yyyy-MM-dd");
        // A plain runtime has no javac, and this one starts sooner.
        System.setProperty("drools.dialect.java.compiler", "ECLIPSE");
        var compiled = compile(texts);
        return new RuleBook(texts, compiled, Descriptions.of(compiled, texts), digest(texts));
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

    /**
     * SHA-256 over all files, each with its name, in alphabetical order. The words that rules use ({@link Conditions},
     * {@link Definitions}) are code: the program's version stands for them.
     */
    public String digest() {
        return digest;
    }

    Engine deciding(TimeLimit limit) {
        return new Engine(compiled, numbers, limit);
    }

    Numbers numbers() {
        return numbers;
    }

    /**
     * The same rules without their silence. Compiled when somebody first asks why, or is about to: few do, and it takes
     * seconds.
     */
    synchronized Compiler.Work<Engine> explaining(TimeLimit limit) {
        if (explaining == null || explaining.hasFailed()) {
            var talking = new TreeMap<>(texts);
            talking.replaceAll((_, text) -> ONLY_IF_POSSIBLE.matcher(text).replaceAll(")"));
            explaining = Compiler.begin(() -> new Engine(compile(talking), numbers, limit));
        }
        return explaining;
    }

    static List<String> files() {
        return OwnFiles.ALL;
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
    static synchronized KieBase compile(Map<String, String> texts) {
        var kie = KieServices.get();
        var files = kie.newKieFileSystem();
        texts.forEach((file, text) -> {
            if (file.endsWith(".drl")) files.write("src/main/resources/law/" + file, text);
        });
        var builder = kie.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        var errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) throw new IllegalStateException("the rule book does not compile: " + told(errors));
        return kie.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
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

    static String digest(Map<String, String> texts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            texts.forEach((file, text) -> sha256.update((file + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
            return "sha-256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }
}
