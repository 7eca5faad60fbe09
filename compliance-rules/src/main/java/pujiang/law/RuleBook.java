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

    /** Every file of the book. A list, because a program cannot list the folders of its own jar. */
    private static final List<String> FILES = List.of(
            "auto/art-03.drl",
            "auto/instrument.properties",
            "auto/thresholds.properties",
            "cbdf/art-03.drl",
            "cbdf/art-05.drl",
            "cbdf/art-06.drl",
            "cbdf/art-07.drl",
            "cbdf/art-08.drl",
            "cbdf/art-09.drl",
            "cbdf/instrument.properties",
            "cbdf/thresholds.properties",
            "credit/art-07.drl",
            "credit/instrument.properties",
            "crypt/art-41.drl",
            "crypt/instrument.properties",
            "csl/art-23.drl",
            "csl/art-39.drl",
            "csl/instrument.properties",
            "csl/thresholds.properties",
            "dprr/art-21.drl",
            "dprr/instrument.properties",
            "dsl/art-21.drl",
            "dsl/art-24.drl",
            "dsl/art-25.drl",
            "dsl/art-31.drl",
            "dsl/art-32.drl",
            "dsl/art-33.drl",
            "dsl/art-36.drl",
            "dsl/art-53.drl",
            "dsl/instrument.properties",
            "dsl/thresholds.properties",
            "esl/art-13.drl",
            "esl/instrument.properties",
            "face/art-08.drl",
            "face/art-15.drl",
            "face/instrument.properties",
            "face/thresholds.properties",
            "gbt37932/buyer.drl",
            "gbt37932/instrument.properties",
            "hgr/art-10.drl",
            "hgr/art-28.drl",
            "hgr/instrument.properties",
            "map/art-18.drl",
            "map/instrument.properties",
            "minor/art-37.drl",
            "minor/instrument.properties",
            "minor/thresholds.properties",
            "ndsr/art-12.drl",
            "ndsr/art-18.drl",
            "ndsr/art-29.drl",
            "ndsr/art-30.drl",
            "ndsr/art-31.drl",
            "ndsr/art-33.drl",
            "ndsr/instrument.properties",
            "ndsr/thresholds.properties",
            "pdao/agreement.drl",
            "pdao/instrument.properties",
            "pdao/redevelopment.drl",
            "pdp/instrument.properties",
            "pdp/pricing.drl",
            "pdrr/instrument.properties",
            "pdrr/registration.drl",
            "pica/art-04.drl",
            "pica/instrument.properties",
            "pica/thresholds.properties",
            "picm/art-05.drl",
            "picm/instrument.properties",
            "pipl/art-04.drl",
            "pipl/art-06.drl",
            "pipl/art-10.drl",
            "pipl/art-13.drl",
            "pipl/art-14.drl",
            "pipl/art-15.drl",
            "pipl/art-17.drl",
            "pipl/art-19.drl",
            "pipl/art-20.drl",
            "pipl/art-21.drl",
            "pipl/art-23.drl",
            "pipl/art-24.drl",
            "pipl/art-25.drl",
            "pipl/art-26.drl",
            "pipl/art-27.drl",
            "pipl/art-28.drl",
            "pipl/art-29.drl",
            "pipl/art-31.drl",
            "pipl/art-38.drl",
            "pipl/art-39.drl",
            "pipl/art-42.drl",
            "pipl/art-51.drl",
            "pipl/art-52.drl",
            "pipl/art-55.drl",
            "pipl/art-56.drl",
            "pipl/art-57.drl",
            "pipl/art-58.drl",
            "pipl/instrument.properties",
            "pipl/thresholds.properties",
            "scm/art-07.drl",
            "scm/instrument.properties",
            "scm/thresholds.properties",
            "sde/compliance.drl",
            "sde/delivery.drl",
            "sde/instrument.properties",
            "sde/quality.drl",
            "sde/registration.drl",
            "sde/scenario.drl",
            "sde/settlement.drl",
            "shdr/art-40.drl",
            "shdr/art-41.drl",
            "shdr/art-45.drl",
            "shdr/art-46.drl",
            "shdr/art-55.drl",
            "shdr/art-67.drl",
            "shdr/instrument.properties",
            "spip/art-06.drl",
            "spip/instrument.properties");

    /** What keeps a rule silent; without it every rule tells of its condition. */
    private static final Pattern ONLY_IF_POSSIBLE = Pattern.compile(",\\s*\\$why\\s*\\.\\s*possible\\s*\\)");

    private final SortedMap<String, String> texts;
    private final KieBase compiled;
    private final Numbers numbers;
    private final SortedMap<String, List<Rule>> rules;
    private final String digest;

    private @Nullable Engine explaining;

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
        FILES.forEach(file -> texts.put(file, text(file)));
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

    Engine deciding() {
        return new Engine(compiled, numbers);
    }

    Numbers numbers() {
        return numbers;
    }

    /** The same rules without their silence. Compiled when somebody first asks why: few do, and it takes seconds. */
    synchronized Engine explaining() {
        if (explaining == null) {
            var talking = new TreeMap<>(texts);
            talking.replaceAll((_, text) -> ONLY_IF_POSSIBLE.matcher(text).replaceAll(")"));
            explaining = new Engine(compile(talking), numbers);
        }
        return explaining;
    }

    static List<String> files() {
        return FILES;
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
