package pujiang.web.decision;

import java.util.List;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactSheet;

/** A fact that somebody has stated. */
public record StatedFact(String name, Bilingual meaning, String value) {

    public static List<StatedFact> of(FactSheet sheet) {
        return sheet.stated().entrySet().stream()
                .map(stated -> new StatedFact(
                        stated.getKey(),
                        FactDictionary.named(stated.getKey()).map(Fact::words).orElseThrow(),
                        String.valueOf(stated.getValue())))
                .toList();
    }
}
