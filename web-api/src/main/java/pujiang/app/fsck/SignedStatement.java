package pujiang.app.fsck;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import pujiang.app.json.JsonConventions;
import pujiang.evidence.Bundle;
import pujiang.evidence.Checked;
import pujiang.evidence.PublicKeys;
import pujiang.trade.Attestation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A statement that an event keeps: whether the exchange signed it, and whether it says what the event says. */
record SignedStatement(EventStream life, String event, Attestation attestation, Findings findings) {

    private static final int LONGEST = 1 << 24;
    private static final JsonMapper JSON = JsonConventions.mapper(LONGEST);

    void mustBeSigned(Optional<PublicKeys> keys) {
        if (keys.isEmpty()) {
            findings.damage(
                    life.place(),
                    "%s is signed, and no key was ever entered".formatted(event),
                    "%s 已签名，但未登记任何公钥".formatted(event));
            return;
        }
        Bundle.signatures(attestation, keys.get()).stream()
                .filter(check -> !check.holds())
                .forEach(this::notSigned);
    }

    private void notSigned(Checked check) {
        findings.damage(
                life.place(),
                "%s: the signed statement fails at %s (%s)"
                        .formatted(event, check.part(), check.difference().orElse("")),
                "%s：签名内容未通过 %s 核对".formatted(event, check.part()));
    }

    /** @param expected is given the checks to make: a place in the statement, as a JSON pointer, and the event's own value */
    void mustSay(Consumer<BiConsumer<String, Object>> expected) {
        var said = statement();
        expected.accept((place, value) -> {
            var found = said.at(place).asString("");
            if (!found.equals(value.toString())) {
                findings.differs(
                        life.place(),
                        "%s of the statement of %s".formatted(place, event),
                        "%s 的签名内容中 %s ".formatted(event, place),
                        found.isEmpty() ? "nothing" : found,
                        value);
            }
        });
    }

    private JsonNode statement() {
        try {
            return JSON.readTree(attestation.statement());
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }
}
