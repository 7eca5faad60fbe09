package pujiang.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pujiang.app.job.JobView;
import pujiang.app.listing.ListingStops;
import pujiang.app.obligation.ObligationSearch;
import pujiang.app.quote.MissingFact;
import pujiang.app.recall.RecallSearch;
import pujiang.app.rulebook.ReplayView;
import pujiang.app.rulebook.UnaskedView;
import pujiang.app.security.Role;
import pujiang.app.trade.ExceptionView;
import pujiang.app.trade.ReviewView.Awaited;
import pujiang.compliance.BuyerFacts;
import pujiang.compliance.ContractFacts;
import pujiang.compliance.ExchangeFacts;
import pujiang.compliance.ExportFacts;
import pujiang.compliance.FactSource;
import pujiang.compliance.Gate;
import pujiang.compliance.IncidentFacts;
import pujiang.compliance.IncidentFacts.Level;
import pujiang.compliance.Outcome;
import pujiang.compliance.PersonalInformationFacts;
import pujiang.compliance.ProductFacts;
import pujiang.compliance.PublicDataFacts;
import pujiang.compliance.SellerFacts;
import pujiang.compliance.TradeFacts;
import pujiang.compliance.UseFacts;
import pujiang.compliance.Verdict;
import pujiang.history.EventCatalogue;
import pujiang.law.Contradiction;
import pujiang.listing.Purpose;
import pujiang.obligation.Consequence;
import pujiang.obligation.Duty;
import pujiang.obligation.ResponsibleParty;
import pujiang.participant.Jurisdiction;
import pujiang.participant.MarketRole;
import pujiang.product.ProductDescription.Frequency;
import pujiang.recall.Measure;
import pujiang.recall.Occurrence;
import pujiang.settlement.BankBooking.Direction;
import pujiang.stop.Author;
import pujiang.stop.Ground;
import pujiang.trade.DocumentRequest;
import pujiang.trade.Risk;
import pujiang.trade.TradeStatus;
import pujiang.trade.Waiver;

/** Every text of the pages is there in both languages. */
class MessagesTest {

    /** Keys in templates, and in the code of the pages what is said by a key or by a part of one. */
    private static final Pattern USED = Pattern.compile("#\\{([a-z0-9.-]+)[}(]"
            + "|\\b(word|Queue\\.of|Link|Said\\.of|Field\\.(?:line|lineAtWill|area|choice|several|day|minute))"
            + "\\((?:\\d+, )?\"([a-zA-Z0-9.-]+)\"");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");

    @ParameterizedTest
    @ValueSource(strings = {"messages.properties", "messages_zh.properties"})
    void everythingThatAPageCanSayHasAText(String file) throws IOException {
        assertThat(texts(file).stringPropertyNames()).containsAll(everythingNamed());
    }

    @Test
    void bothLanguagesSayTheSameThingsAboutTheSameArguments() throws IOException {
        var english = texts("messages.properties");
        var chinese = texts("messages_zh.properties");
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(chinese.getProperty(key)).as(key).isNotBlank();
            // Chinese names the one currency in words.
            if (!key.equals("money")) {
                assertThat(arguments(chinese.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            }
        }
    }

    private static List<String> everythingNamed() throws IOException {
        var keys = new ArrayList<String>();
        named(keys, "act.", constants(FormAction.class).map(FormAction::code));
        named(keys, "done.", constants(FormAction.class).map(FormAction::code));
        named(keys, "", constants(Badges.class).flatMap(each -> each.all().stream()
                .map(Badge::text)));
        named(keys, "gate.", names(Gate.values()));
        named(keys, "verdict.", names(Verdict.values()));
        named(keys, "quote.", Stream.concat(names(Verdict.values()), Stream.of("objection")));
        named(keys, "outcome.", names(Outcome.values()));
        named(keys, "contradiction.", names(Contradiction.Kind.values()));
        named(keys, "purpose.", names(Purpose.values()));
        named(keys, "seat.", names(Jurisdiction.values()));
        named(keys, "frequency.", names(Frequency.values()));
        named(keys, "role.", Stream.concat(names(Role.values()), names(MarketRole.values())));
        named(keys, "from.", names(MissingFact.Source.values()));
        named(keys, "value.", Stream.of("true", "false"));
        constantsOfFacts().forEach(type -> named(keys, "value.", names(type)));
        namedByFeatures(keys);
        namedByPages(keys);
        keys.addAll(usedInSources());
        return keys;
    }

    private static List<Enum<?>[]> constantsOfFacts() {
        var types = Stream.of(
                        BuyerFacts.class,
                        ContractFacts.class,
                        ExchangeFacts.class,
                        ExportFacts.class,
                        IncidentFacts.class,
                        PersonalInformationFacts.class,
                        ProductFacts.class,
                        PublicDataFacts.class,
                        SellerFacts.class,
                        TradeFacts.class,
                        UseFacts.class)
                .flatMap(family -> Arrays.stream(family.getDeclaredClasses()))
                .filter(Class::isEnum)
                .map(type -> (Enum<?>[]) type.getEnumConstants())
                .toList();
        assertThat(types).hasSizeGreaterThan(20);
        return types;
    }

    private static void namedByFeatures(List<String> keys) {
        named(keys, "state.", TradeStatus.WORDS.stream());
        named(keys, "state.", ObligationSearch.STATES.stream());
        named(keys, "state.", RecallSearch.STATES.stream());
        named(keys, "occurrence.", names(Occurrence.Kind.values()));
        named(keys, "measure.", names(Measure.Kind.values()));
        named(keys, "author.", names(Author.values()));
        named(keys, "ground.", names(Ground.values()));
        named(keys, "way.", names(Ground.values()));
        named(keys, "stopped.", names(ListingStops.Scope.values()));
        named(keys, "side.", names(ResponsibleParty.Side.values()));
        named(keys, "duty.", names(Duty.Kind.values()));
        named(keys, "consequence.", names(Consequence.values()));
        named(keys, "replay.", names(ReplayView.State.values()));
        named(keys, "unasked.", names(UnaskedView.Reason.values()));
        named(keys, "kind.", Stream.of("trade", "listing", "participant"));
        named(keys, "scope.", Stream.concat(names(Waiver.Scope.values()), Stream.of("none")));
        named(keys, "awaited.", names(Awaited.values()));
        named(keys, "source.", names(FactSource.values()));
        named(keys, "withheld.", names(FactSource.values()));
        named(keys, "level.", names(Level.values()));
        named(keys, "booking.", names(Direction.values()));
        named(keys, "page.booking.says.", names(Direction.values()));
        named(keys, "page.booking.then.", names(Direction.values()));
        named(keys, "job.", names(JobView.State.values()));
        named(keys, "risk.", names(Risk.Level.values()));
        named(keys, "exception.", names(ExceptionView.State.values()));
        named(keys, "paper.", names(DocumentRequest.Status.values()));
        named(keys, "operation.", Stream.of("event-retried", "event-discarded", "item-retried", "clock-acknowledged"));
    }

    private static void namedByPages(List<String> keys) {
        named(keys, "event.", EventCatalogue.classes().keySet().stream());
        named(keys, "step.", Stream.of("registered", "listed", "agreed", "delivered", "settled", "certified"));
        named(keys, "tone.", Stream.of("done", "now", "broken", "ahead"));
    }

    private static Set<String> usedInSources() throws IOException {
        var used = new TreeSet<String>();
        for (var folder : List.of("src/main/resources/templates", "src/main/java/pujiang/web")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var hits = USED.matcher(Files.readString(file)).results().toList();
                    for (var hit : hits)
                        used.add(hit.group(1) != null ? hit.group(1) : key(hit.group(2), hit.group(3)));
                }
            }
        }
        assertThat(used).hasSizeGreaterThan(100);
        return used;
    }

    private static String key(String call, String word) {
        return switch (call) {
            case "Queue.of" -> "queue." + word;
            case "Said.of" -> "said." + word;
            case "word", "Link" -> word;
            default -> "ask." + word;
        };
    }

    /** Of that type, of every class of the pages: a feature that adds one need not name it here. */
    private static <T> Stream<T> constants(Class<T> type) throws IOException {
        var found = new ArrayList<T>();
        for (var each : classes()) {
            for (var field : each.getDeclaredFields()) {
                if (field.getType() != type || !Modifier.isStatic(field.getModifiers())) continue;
                field.setAccessible(true);
                try {
                    found.add(type.cast(field.get(null)));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        assertThat(found).as("constants of type " + type.getSimpleName()).hasSizeGreaterThan(5);
        return found.stream();
    }

    private static List<? extends Class<?>> classes() throws IOException {
        var sources = Path.of("src/main/java");
        try (var files = Files.walk(sources.resolve("pujiang/web"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> sources.relativize(file).toString().replaceAll("\\.java$", ""))
                    .filter(name -> !name.endsWith("-info"))
                    .map(name -> named(name.replace(File.separatorChar, '.')))
                    .toList();
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void named(List<String> keys, String prefix, Stream<String> names) {
        names.map(prefix::concat).forEach(keys::add);
    }

    private static Stream<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name);
    }

    private static Set<String> arguments(String text) {
        var arguments = new TreeSet<String>();
        ARGUMENT.matcher(text)
                .results()
                .forEach(hit -> arguments.add(hit.group().toLowerCase(Locale.ROOT)));
        return arguments;
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(MessagesTest.class.getResourceAsStream("/" + file)), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
