package pujiang.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pujiang.app.request.FieldError;
import pujiang.refusal.Refusal;

/** The texts of problems; {@code problems.properties} is English, {@code problems_zh.properties} Chinese. */
final class ProblemTexts {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)}");
    /** A missing text is never taken from the bundle of the server's own locale. */
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final ResourceBundle texts;
    private final Locale language;
    private final ProblemWords words;

    private ProblemTexts(Locale language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle("problems", language, NO_FALLBACK);
        this.words = new ProblemWords(texts, isChinese());
    }

    /** English if the language is not supported. */
    static ProblemTexts in(Locale language) {
        var spoken = Locale.of(language.getLanguage());
        return new ProblemTexts(LANGUAGES.contains(spoken) ? spoken : Locale.ENGLISH);
    }

    /** English, unless the caller prefers Chinese. */
    static ProblemTexts forCaller(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) return in(Locale.ENGLISH);
        return Collections.list(request.getLocales()).stream()
                .map(wish -> Locale.of(wish.getLanguage()))
                .filter(LANGUAGES::contains)
                .findFirst()
                .map(ProblemTexts::in)
                .orElseGet(() -> in(Locale.ENGLISH));
    }

    Locale language() {
        return language;
    }

    boolean isChinese() {
        return language.equals(Locale.CHINESE);
    }

    String title(String code) {
        return text(code, "title");
    }

    String action(String code) {
        return text(code, "action");
    }

    /** The detail as it is written, its arguments still in braces. */
    String pattern(String code) {
        return text(code, "detail");
    }

    /** A missing text must not turn a refusal into an internal error; a test finds it first. */
    private String text(String code, String part) {
        var key = "problem." + code + "." + part;
        return texts.containsKey(key) ? texts.getString(key) : code;
    }

    String detail(Refusal refusal) {
        var arguments = arguments(refusal);
        return ARGUMENT.matcher(pattern(refusal.code()))
                .replaceAll(hit -> Matcher.quoteReplacement(arguments.getOrDefault(hit.group(1), hit.group())));
    }

    /** A guard's detail is English; in Chinese the text of its code is used, followed by the bounds. */
    FieldError translated(FieldError error) {
        if (language.equals(Locale.ENGLISH) || !texts.containsKey("field." + error.code())) return error;
        var text = texts.getString("field." + error.code());
        return error.saying(error.required() == null ? text : text + "（" + error.required() + "）");
    }

    private Map<String, String> arguments(Refusal refusal) {
        var components = refusal.getClass().getRecordComponents();
        if (components == null) return Map.of();
        return Arrays.stream(components)
                .collect(Collectors.toMap(RecordComponent::getName, component -> argument(component, refusal)));
    }

    private String argument(RecordComponent component, Refusal refusal) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return words.of(component.getName(), accessor.invoke(refusal));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component + " of " + refusal.code(), e);
        }
    }
}
