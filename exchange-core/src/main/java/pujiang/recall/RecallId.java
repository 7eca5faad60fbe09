package pujiang.recall;

import pujiang.refusal.Identifiers;

/** The name of a recall, given by whoever files it. */
public record RecallId(String value) {

    public RecallId {
        Identifiers.check("recall", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
