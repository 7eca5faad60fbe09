package pujiang.web.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import pujiang.calendar.Shanghai;
import pujiang.compliance.Bilingual;

/** Says things in one reader's language. Times are those of Shanghai, whose days the exchange counts. */
public record Localizer(Locale locale, MessageSource texts, Instant now) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern CONSTANT = Pattern.compile("\\b(?:[A-Z][A-Z_]+|true|false)\\b");
    private static final long KILO = 1_000;

    public String text(Bilingual both) {
        return locale.equals(Locale.CHINESE) ? both.zh() : both.en();
    }

    public String word(String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }

    /** Whether there is a text under that key. */
    public boolean says(String key) {
        return texts.getMessage(key, null, null, locale) != null;
    }

    public LocalDate today() {
        return Shanghai.dayOf(now);
    }

    public String minute(Instant at) {
        return MINUTE.format(Shanghai.timeOf(at));
    }

    public String second(Instant at) {
        return SECOND.format(Shanghai.timeOf(at));
    }

    /** How long is left, in the largest unit of which there are two. */
    public String left(Instant due) {
        var left = Duration.between(now, due);
        if (!left.isPositive()) return word("left.none");
        if (left.toHours() >= 48) return word("left.days", left.toDays());
        if (left.toMinutes() >= 120) return word("left.hours", left.toHours());
        return word("left.minutes", left.toMinutes());
    }

    public String money(Money amount) {
        var number = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return word("money", amount.getCurrencyUnit().getCode(), number.format(amount.getAmount()));
    }

    public String price(Money amount) {
        return amount.isZero() ? word("page.free") : money(amount);
    }

    public String count(long number) {
        return NumberFormat.getIntegerInstance(Locale.ROOT).format(number);
    }

    /** A rate from 0 to 1, as it is: 0.025 is 2.5%. */
    public String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    /** Decimal units, as disks and networks count. */
    public String size(long bytes) {
        if (bytes < KILO) return bytes + " B";
        var units = "kMGTPE";
        int unit = 0;
        double number = bytes / (double) KILO;
        while (number >= KILO && unit < units.length() - 1) {
            number /= KILO;
            unit++;
        }
        return "%.1f %sB".formatted(number, units.charAt(unit));
    }

    /** As instruments are cited, several articles after each other; what has no number is cited by its matter. */
    public String article(String article) {
        return Arrays.stream(article.split("、", -1))
                .map(this::oneArticle)
                .collect(Collectors.joining(word("page.articles")));
    }

    private String oneArticle(String article) {
        if (!Character.isDigit(article.charAt(0))) return article;
        var number = article.replaceFirst("[^0-9].*", "");
        return word("page.article", number, article.substring(number.length()));
    }

    /** Values of facts by their labels. Lists of values may break between them. */
    public String spaced(String values) {
        return value(values).replace(",", ", ").replace(",  ", ", ");
    }

    /** A value of a fact, its constants by their labels: {@code PUBLIC_OPEN} is open public data. */
    public String value(Object value) {
        return CONSTANT.matcher(value.toString())
                .replaceAll(hit -> Matcher.quoteReplacement(Objects.requireNonNullElse(
                        texts.getMessage("value." + hit.group(), null, null, locale), hit.group())));
    }

    /** The first characters of a digest, enough to compare by eye. */
    public String brief(@Nullable String digest) {
        if (digest == null) return "";
        var bare = digest.substring(digest.indexOf(':') + 1);
        return bare.length() <= 16 ? bare : bare.substring(0, 16) + "…";
    }
}
