package pujiang.history;

import java.math.BigDecimal;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The changes of the terms inside events. */
final class TermsRevisions {

    private TermsRevisions() {}

    /** Terms had one price; zero meant free. */
    static ObjectNode withPlans(ObjectNode event) {
        Stream.of("/terms", "/offer/terms", "/proposed/terms", "/agreement/terms")
                .map(event::at)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .forEach(TermsRevisions::plan);
        return event;
    }

    private static void plan(ObjectNode terms) {
        JsonNode price = terms.remove("price");
        var plan = terms.putObject("plan");
        if (new BigDecimal(price.path("amount").asString()).signum() == 0) plan.putObject("free");
        else plan.putObject("oneTime").set("price", price);
    }
}
