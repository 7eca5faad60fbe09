package pujiang.web.decision;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactSheet;

/** Facts as people write them: a form knows texts only. */
public final class FactForm {

    /** Before the name of a fact, so that none is taken for another field. */
    static final String FACT = "fact.";

    private FactForm() {}

    /** What does not fit is left as it is written, for the fact itself to say so. */
    public static FactSheet facts(Map<String, String> sent) {
        var stated = new HashMap<String, @Nullable Object>();
        sent.forEach((name, text) -> {
            // What is left open is not stated: not even that there is none of it.
            if (!name.startsWith(FACT) || text.isBlank()) return;
            var fact = name.substring(FACT.length());
            stated.put(
                    fact,
                    FactDictionary.named(fact)
                            .map(known -> value(known, text.strip()))
                            .orElse(text));
        });
        return FactSheet.of(stated);
    }

    private static @Nullable Object value(Fact<?> fact, String text) {
        if (fact.optional() && text.equals("-")) return null;
        if (fact.type().equals("boolean")) {
            return text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : text;
        }
        if (fact.type().startsWith("set of ")) return List.of(text.split("[,，\\s]+"));
        if (!fact.type().equals("integer") && !fact.type().equals("decimal")) return text;
        return text.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?") ? number(text) : text;
    }

    private static Object number(String text) {
        return text.contains(".") ? new BigDecimal(text) : Long.valueOf(text);
    }
}
