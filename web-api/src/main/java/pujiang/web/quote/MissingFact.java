package pujiang.web.quote;

import java.util.List;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Decision;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;

/** A fact that the law asks and nobody has stated, and who can. */
public record MissingFact(String fact, Bilingual meaning, String type, Source from) {

    /** Who can state a fact. */
    public enum Source {
        VENDOR,
        BUYER,
        EXCHANGE
    }

    static List<MissingFact> in(Decision decision) {
        return decision.missing().stream().map(MissingFact::named).toList();
    }

    private static MissingFact named(String name) {
        return FactDictionary.named(name)
                .map(MissingFact::of)
                .orElseThrow(() -> new IllegalArgumentException(name + " is not in the dictionary"));
    }

    private static MissingFact of(Fact<?> fact) {
        return new MissingFact(
                fact.name(), new Bilingual(fact.term(), fact.meaning()), fact.type(), source(fact.name()));
    }

    /** Facts speak of the side that their group is named after. */
    private static Source source(String name) {
        return switch (name.substring(0, name.indexOf('.'))) {
            case "seller", "product", "pi", "public", "contract", "export" -> Source.VENDOR;
            case "buyer", "use" -> Source.BUYER;
            default -> name.equals("trade.scenarioDeclared") ? Source.BUYER : Source.EXCHANGE;
        };
    }
}
