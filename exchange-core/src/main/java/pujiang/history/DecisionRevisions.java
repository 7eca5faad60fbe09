package pujiang.history;

import java.util.Set;
import java.util.stream.Stream;
import pujiang.compliance.Obligor;
import pujiang.compliance.Trait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The changes of decisions inside events. They are history, not law: they repeat what the program of that time computed
 * from the facts in the event. They never follow a change of the law and add no new number or rule. See
 * docs/decisions/0094-the-law-is-said-once.md.
 */
final class DecisionRevisions {

    private static final Set<String> OF_THE_EXCHANGE =
            Set.of("CRYPT-41-1", "CSL-23-1", "DSL-33-3", "ESL-13-1", "NDSR-12-2", "SDE-6");

    private static final Set<String> OF_THE_BUYER = Set.of("PIPL-23-2", "PIPL-24-1");
    private static final String INCIDENT = "PIPL-57-1";

    private static final long AGE_OF_OWN_CONSENT = 14;
    private static final long AGE_OF_MAJORITY = 18;

    private DecisionRevisions() {}

    /** Adds traits to the event's decision, and responsible parties to its findings. */
    static ObjectNode withTraitsAndBearers(ObjectNode event) {
        if (event.get("decision") instanceof ObjectNode decision) {
            var afterTheTrade = "POST".equals(text(decision, "gate"));
            decision.path("findings").forEach(finding -> bearer((ObjectNode) finding, afterTheTrade));
            traits(decision);
        }
        return event;
    }

    /** A finding without an obligation had no responsible party. */
    private static void bearer(ObjectNode finding, boolean afterTheTrade) {
        var outcome = text(finding, "outcome");
        if (outcome.equals("OBLIGATION") || (afterTheTrade && outcome.equals("DENY"))) {
            finding.put("bearer", bearer(text(finding, "rule")).name());
        } else {
            finding.putNull("bearer");
        }
    }

    private static Obligor bearer(String rule) {
        if (OF_THE_EXCHANGE.contains(rule)) return Obligor.EXCHANGE;
        if (OF_THE_BUYER.contains(rule)) return Obligor.BUYER;
        return rule.equals(INCIDENT) ? Obligor.REPORTER : Obligor.VENDOR;
    }

    /** One trait only was undecided: personal information that had not been shown to be anonymous. */
    private static void traits(ObjectNode decision) {
        var facts = decision.path("facts");
        var traits = decision.putObject("traits");
        var certain = traits.putArray("certain");
        Stream.of(Trait.values()).filter(trait -> applies(trait, facts)).forEach(trait -> certain.add(trait.name()));
        var undecided = traits.putArray("undecided");
        if (!applies(Trait.PERSONAL_INFORMATION, facts)
                && !isOneOf(facts, "product.deidStatus", "NOT_PI", "ANONYMISED_VERIFIED")) {
            undecided.add(Trait.PERSONAL_INFORMATION.name());
        }
    }

    private static boolean applies(Trait trait, JsonNode facts) {
        return switch (trait) {
            case PERSONAL_INFORMATION -> isOneOf(facts, "product.deidStatus", "IDENTIFIABLE", "DE_IDENTIFIED");
            case SENSITIVE -> hasSensitiveKind(facts) || isYoungerThan(AGE_OF_OWN_CONSENT, facts);
            case OF_MINORS -> isYoungerThan(AGE_OF_MAJORITY, facts);
            case IMPORTANT_DATA ->
                isOneOf(facts, "product.grade", "IMPORTANT") || isOneOf(facts, "product.importantStatus", "DESIGNATED");
            case PERHAPS_IMPORTANT -> isOneOf(facts, "product.importantStatus", "DECLARED_PENDING", "SUSPECTED");
            case CROSSES_THE_BORDER ->
                isOneOf(facts, "buyer.location", "HK_MO_TW", "FOREIGN")
                        || facts.path("buyer.remoteAccessFromAbroad").asBoolean(false);
            case AUTHORISED_OPERATION -> isOneOf(facts, "product.sourceType", "PUBLIC_AUTHORISED");
        };
    }

    private static boolean hasSensitiveKind(JsonNode facts) {
        return facts.path("product.piCategories").valueStream().anyMatch(kind -> !kind.asString("")
                .equals("ORDINARY"));
    }

    private static boolean isYoungerThan(long age, JsonNode facts) {
        var youngest = facts.path("product.minSubjectAge");
        return youngest.isNumber() && youngest.asLong() < age;
    }

    private static boolean isOneOf(JsonNode facts, String fact, String... values) {
        return Stream.of(values).anyMatch(text(facts, fact)::equals);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
