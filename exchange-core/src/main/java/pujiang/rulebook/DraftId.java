package pujiang.rulebook;

import pujiang.refusal.Identifiers;

/** The name of a draft of a rule book, chosen at its first upload. */
public record DraftId(String value) {

    public DraftId {
        Identifiers.check("draft", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
