package pujiang.app.quote;

import java.util.List;
import pujiang.compliance.Bilingual;
import pujiang.compliance.Decision;
import pujiang.compliance.Fact;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactProvenance;

/** A fact that a rule needs and that is not stated, and who can state it. */
public record MissingFact(String fact, Bilingual meaning, String type, Source from) {

    /** Parties that can state a fact. */
    public enum Source {
        VENDOR,
        BUYER,
        EXCHANGE
    }

    public static List<MissingFact> in(Decision decision) {
        return decision.missing().stream().map(MissingFact::named).toList();
    }

    public static MissingFact named(String name) {
        return FactDictionary.named(name)
                .map(MissingFact::of)
                .orElseThrow(() -> new IllegalArgumentException(name + " is not in the dictionary"));
    }

    private static MissingFact of(Fact<?> fact) {
        return new MissingFact(fact.name(), fact.words(), fact.type(), whoStates(fact));
    }

    /** A count is missing where the vendor has not said how many persons there are. */
    private static Source whoStates(Fact<?> fact) {
        return switch (FactProvenance.of(fact).source()) {
            case VENDOR, COUNTER -> Source.VENDOR;
            case BUYER -> Source.BUYER;
            case ASSESSMENT, DOCUMENT, EXCHANGE -> Source.EXCHANGE;
        };
    }
}
