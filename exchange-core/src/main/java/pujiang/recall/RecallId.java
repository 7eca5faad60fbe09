package pujiang.recall;

import pujiang.refusal.Identifiers;

/** The name of a recall, chosen when it is filed. */
public record RecallId(String value) {

    public RecallId {
        Identifiers.check("recall", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
