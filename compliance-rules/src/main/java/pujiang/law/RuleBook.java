package pujiang.law;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Gate;

/** The rules as they stand, compiled, and the digest by which a decision says which rules judged it. */
public final class RuleBook {

    /** Every file of the book. A list, because a program cannot list the folders of its own jar. */
    private static final List<String> FILES = List.of(
            "cbdf/art-05.drl",
            "cbdf/art-07.drl",
            "cbdf/art-08.drl",
            "cbdf/instrument.properties",
            "cbdf/thresholds.properties",
            "csl/art-39.drl",
            "csl/instrument.properties",
            "dsl/art-21.drl",
            "dsl/art-33.drl",
            "dsl/instrument.properties",
            "pipl/art-04.drl",
            "pipl/art-13.drl",
            "pipl/art-23.drl",
            "pipl/art-29.drl",
            "pipl/art-39.drl",
            "pipl/instrument.properties",
            "pipl/thresholds.properties",
            "sde/instrument.properties",
            "sde/registration.drl",
            "sde/scenario.drl",
            "shdr/art-55.drl",
            "shdr/instrument.properties");

    /** How a rule states its gates; a rule that states them otherwise stops the start, so the list below is whole. */
    private static final Pattern GATES = Pattern.compile(
            "^rule \"([^\" ]+)[^\"]*\"$(?:(?!^end$).)*?gate in \\(([^)]*)\\)", Pattern.DOTALL | Pattern.MULTILINE);

    private final KieBase compiled;
    private final Map<String, Rule> rules;
    private final String digest;

    private RuleBook(KieBase compiled, Map<String, Rule> rules, String digest) {
        this.compiled = compiled;
        this.rules = rules;
        this.digest = digest;
    }

    /**
     * Compiles the book that comes with the program.
     *
     * @throws IllegalStateException naming file and line, if it does not compile
     */
    public static RuleBook load() {
        System.setProperty("drools.dateformat", "yyyy-MM-dd");
        // A plain runtime has no javac, and this one starts sooner.
        System.setProperty("drools.dialect.java.compiler", "ECLIPSE");
        var texts = new TreeMap<String, String>();
        FILES.forEach(file -> texts.put(file, text(file)));
        var compiled = compile(texts);
        return new RuleBook(compiled, describe(compiled, texts), digest(texts));
    }

    /** In alphabetical order of their ids. */
    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    public Rule rule(String id) {
        var rule = rules.get(id);
        if (rule == null) throw new IllegalArgumentException("the rule book has no " + id);
        return rule;
    }

    /**
     * SHA-256 over all files, each with its name, in alphabetical order. The words that rules use ({@link Conditions},
     * {@link Definitions}) are code: the program's version stands for them.
     */
    public String digest() {
        return digest;
    }

    KieBase compiled() {
        return compiled;
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

    private static KieBase compile(Map<String, String> texts) {
        var kie = KieServices.get();
        var files = kie.newKieFileSystem();
        texts.forEach((file, text) -> {
            if (file.endsWith(".drl")) files.write("src/main/resources/law/" + file, text);
        });
        var builder = kie.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        var errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) throw new IllegalStateException("the rule book does not compile: " + errors);
        return kie.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    /** The first rule of an id carries its texts; variants, named by the id and a word or two, share them. */
    private static Map<String, Rule> describe(KieBase compiled, Map<String, String> texts) {
        return compiled.getKiePackages().stream()
                .flatMap(folder -> folder.getRules().stream())
                .filter(rule -> rule.getMetaData().containsKey("article"))
                .map(rule -> described((RuleImpl) rule, texts))
                .collect(Collectors.toMap(Rule::id, rule -> rule, (one, _) -> one, TreeMap::new));
    }

    private static Rule described(RuleImpl rule, Map<String, String> texts) {
        var folder = rule.getPackageName().substring("law.".length());
        var file = fileOf(rule.getName(), texts);
        return new Rule(
                rule.getName(),
                new Instrument(folder, instrumentName(texts.get(folder + "/instrument.properties"))),
                tag(rule, "article"),
                new Bilingual(tag(rule, "title_zh"), tag(rule, "title_en")),
                new Bilingual(tag(rule, "remedy_zh"), tag(rule, "remedy_en")),
                gates(rule.getName(), texts.getOrDefault(file, "")),
                file,
                day(rule.getDateEffective().toInstant()),
                rule.getDateExpires() == null
                        ? null
                        : day(rule.getDateExpires().toInstant()).minusDays(1));
    }

    private static String fileOf(String rule, Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(file -> file.getValue().contains("rule \"" + rule + "\"\n"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no file holds the rule " + rule));
    }

    private static Set<Gate> gates(String rule, String text) {
        var gates = GATES.matcher(text)
                .results()
                .filter(match -> match.group(1).equals(rule))
                .flatMap(match -> Stream.of(match.group(2).split(",")))
                .map(gate -> Gate.valueOf(gate.strip().substring("Gate.".length())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Gate.class)));
        if (gates.isEmpty()) throw new IllegalStateException("the rule " + rule + " states no gate");
        return Collections.unmodifiableSet(gates);
    }

    private static Bilingual instrumentName(@Nullable String properties) {
        var names = new Properties();
        try {
            names.load(new StringReader(properties == null ? "" : properties));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Bilingual(names.getProperty("zh", ""), names.getProperty("en", ""));
    }

    /** The engine keeps a tag as it was written, quotation marks included. */
    private static String tag(RuleImpl rule, String name) {
        var written = String.valueOf(rule.getMetaData().get(name));
        return written.startsWith("\"") ? written.substring(1, written.length() - 1) : written;
    }

    private static LocalDate day(Instant midnight) {
        return LocalDate.ofInstant(midnight, ZoneId.systemDefault());
    }

    private static String digest(Map<String, String> texts) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            texts.forEach((file, text) -> sha256.update((file + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8)));
            return "sha-256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every Java platform has SHA-256", e);
        }
    }
}
