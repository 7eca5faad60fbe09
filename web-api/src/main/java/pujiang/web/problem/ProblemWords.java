package pujiang.web.problem;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.stop.StopRefusal;
import pujiang.trade.TradeStatus;

/**
 * The components of a refusal in the words of a language: labels instead of codes, the time of Shanghai instead of an
 * instant, a sum of money as the pages write it.
 */
final class ProblemWords {

    /** Components whose strings come from a closed list; {@code word.state.agreed} is the label of one. */
    static final Set<String> LABELLED = Set.of("state", "needed", "kind", "found", "weakest");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Shanghai.ZONE);

    private final ResourceBundle texts;
    private final boolean chinese;

    ProblemWords(ResourceBundle texts, boolean chinese) {
        this.texts = texts;
        this.chinese = chinese;
    }

    /** @param component its name in the record of the refusal */
    String of(String component, @Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case TradeStatus status -> label(component, status.word());
            case Enum<?> constant -> label(kind(constant.getDeclaringClass()), constant.name());
            case StopRefusal.Way way
            when way.of() != null -> label("way", way.of().name());
            case Instant at -> MINUTE.format(at) + texts.getString("word.time-zone");
            case Money money ->
                texts.getString("word.money")
                        .replace("{currency}", money.getCurrencyUnit().getCode())
                        .replace("{amount}", String.format(Locale.ROOT, "%,.2f", money.getAmount()));
            case Collection<?> several -> list(component, several);
            case String name when component.equals("missing") -> fact(name);
            case String code when LABELLED.contains(component) -> label(component, code);
            default -> value.toString();
        };
    }

    private String list(String component, Collection<?> several) {
        return several.stream().map(each -> of(component, each)).collect(Collectors.joining(chinese ? "、" : ", "));
    }

    /** Callers state a fact under its name; readers of Chinese see first what it is. */
    private String fact(String name) {
        if (!chinese) return name;
        return FactDictionary.named(name)
                .map(Fact::words)
                .map(words -> words.zh() + "（" + name + "）")
                .orElse(name);
    }

    private String label(String kind, String code) {
        var key = key(kind, code);
        return texts.containsKey(key) ? texts.getString(key) : code;
    }

    /** {@code word.needed.open-or-breached} is the label of what an obligation that is "open or breached" meets. */
    static String key(String kind, String code) {
        return "word." + kind + "." + code.replaceAll("[^A-Za-z_]+", "-");
    }

    private static String kind(Class<?> type) {
        return type.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
