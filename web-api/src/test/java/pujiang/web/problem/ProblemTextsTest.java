package pujiang.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import pujiang.listing.Purpose;
import pujiang.participant.ParticipantId;
import pujiang.participant.ParticipantRefusal.LawUndecided;
import pujiang.refusal.Refusal;
import pujiang.trade.TradeId;
import pujiang.trade.TradeRefusal;
import pujiang.trade.TradeRefusal.ClaimedByAnother;
import pujiang.trade.TradeRefusal.InsufficientFunds;
import pujiang.trade.TradeRefusal.PurposeNotPermitted;
import pujiang.trade.TradeStatus;

class ProblemTextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)}");
    private static final Pattern GUARD = Pattern.compile("Invalid\\s*\\.at\\(\\s*[^,]+,\\s*\"([^\"]+)\"");

    private static final Pattern NEEDED = Pattern.compile("notIn\\(\"([^\"]+)\"\\)");
    private static final Pattern STATE = Pattern.compile("case \\w+ _ -> \"([a-z-]+)\";");

    @Test
    void everyRefusalIsToldInEveryLanguageWithArgumentsThatItHas() {
        for (var refusal : Specimens.ofAll()) {
            var components = Arrays.stream(refusal.getClass().getRecordComponents())
                    .map(component -> component.getName())
                    .toList();
            for (var language : ProblemTexts.LANGUAGES) {
                var texts = ProblemTexts.in(language);
                assertThat(texts.title(refusal.code())).isNotEqualTo(refusal.code());
                assertThat(texts.action(refusal.code())).isNotEqualTo(refusal.code());
                assertThat(arguments(texts.pattern(refusal.code()))).isSubsetOf(components);
            }
        }
    }

    @Test
    void everyCodeBelongsToOneRefusal() {
        assertThat(Specimens.ofAll()).extracting(Refusal::code).doesNotHaveDuplicates();
    }

    /** Precedence is read there, and where a family is declared. */
    @Test
    void theRowsOfAFamilyAreInItsOrder() {
        var rows = Specimens.ofAll().stream()
                .<Class<?>>map(Refusal::getClass)
                .collect(Collectors.groupingBy(Class::getEnclosingClass));

        assertThat(rows).isNotEmpty().allSatisfy((family, its) -> assertThat(its)
                .containsExactly(family.getPermittedSubclasses()));
    }

    @Test
    void everyRefusalHasItsRow() {
        var scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return !definition.getMetadata().isInterface();
            }
        };
        scan.addIncludeFilter(new AssignableTypeFilter(Refusal.class));

        assertThat(scan.findCandidateComponents("pujiang")).isNotEmpty().allSatisfy(kind -> assertThat(
                        Specimens.ofAll())
                .as("add a row to refusals.txt: %s", kind.getBeanClassName())
                .anyMatch(known -> known.getClass().getName().equals(kind.getBeanClassName())));
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(keys(Locale.CHINESE)).isEqualTo(keys(Locale.ENGLISH));
    }

    @Test
    void everyCodeOfAGuardIsToldInEveryLanguage() throws IOException {
        var codes = new TreeSet<String>();
        for (var module : List.of("exchange-core", "compliance-rules", "settlement", "web-api")) {
            var sources = Path.of("..", module, "src", "main", "java");
            if (!Files.exists(sources)) continue;
            try (var files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .map(ProblemTextsTest::read)
                        .forEach(source -> GUARD.matcher(source).results().forEach(hit -> codes.add(hit.group(1))));
            }
        }

        assertThat(codes).contains("id.malformed", "number.out-of-range", "money.too-fine");
        assertThat(keys(Locale.ENGLISH))
                .containsAll(codes.stream().map(code -> "field." + code).toList());
    }

    /** "requested or agreed" is what the code says; a reader is told by labels. */
    @Test
    void everyStateAndEveryRequirementHasALabelInEveryLanguage() throws IOException {
        var labels = new TreeSet<String>();
        TradeStatus.WORDS.forEach(word -> labels.add(ProblemWords.key("state", word)));
        Stream.of(TradeStatus.AGREED, TradeStatus.DELIVERED, TradeStatus.DISPUTED)
                .forEach(needed -> labels.add(ProblemWords.key("needed", needed.word())));
        try (var files = Files.walk(Path.of("..", "exchange-core", "src", "main", "java"))) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(ProblemTextsTest::read)
                    .forEach(source -> {
                        NEEDED.matcher(source)
                                .results()
                                .forEach(hit -> labels.add(ProblemWords.key("needed", hit.group(1))));
                        STATE.matcher(source)
                                .results()
                                .forEach(hit -> labels.add(ProblemWords.key("state", hit.group(1))));
                    });
        }

        assertThat(labels).contains("word.needed.open-or-breached", "word.state.delivery-held");
        assertThat(keys(Locale.ENGLISH)).containsAll(labels);
        assertThat(keys(Locale.CHINESE)).containsAll(labels);
    }

    @Test
    void aDetailIsFilledWithLabelsTheTimeOfBeijingAndFormattedSums() {
        var trade = new TradeId("t-1");
        var chinese = ProblemTexts.in(Locale.CHINESE);
        var english = ProblemTexts.in(Locale.ENGLISH);

        var state = new TradeRefusal.WrongState(trade, TradeStatus.AGREED, "requested or agreed");
        assertThat(chinese.detail(state)).isEqualTo("t-1 当前状态为“合同成立，待交付”。此操作要求状态为“待审核或者待交付”。");
        assertThat(english.detail(state))
                .isEqualTo("t-1 is in state \"agreed, awaiting delivery\"."
                        + " This action requires: held for review, or awaiting delivery.");
        assertThat(chinese.detail(new ClaimedByAnother(trade, "li", Instant.parse("2026-11-25T01:50:28Z"))))
                .isEqualTo("li 已认领 t-1 的合规审核，认领至 2026-11-25 09:50（北京时间）。");
        assertThat(chinese.detail(new InsufficientFunds(Money.parse("CNY 4875.00"))))
                .isEqualTo("资金账户余额不足 4,875.00 元。");
        assertThat(chinese.detail(new PurposeNotPermitted(Purpose.MARKETING, Set.of(Purpose.RESEARCH))))
                .isEqualTo("用途“市场营销”不在允许范围内。允许的用途：科学研究。");
        assertThat(chinese.detail(new LawUndecided(new ParticipantId("p-1"), List.of("seller.isCIIO"))))
                .contains("关键信息基础设施运营者（seller.isCIIO）");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> arguments(String pattern) {
        return ARGUMENT.matcher(pattern).results().map(hit -> hit.group(1)).toList();
    }

    private static SortedSet<String> keys(Locale language) {
        var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        var bundle = ResourceBundle.getBundle("problems", language, control);
        assertThat(bundle.getLocale()).isIn(language, Locale.ROOT);
        return new TreeSet<>(bundle.keySet());
    }
}
