package pujiang.participant;

import pujiang.refusal.Identifiers;

/** The name of a participant in the exchange, chosen when it is created. */
public record ParticipantId(String value) {

    public ParticipantId {
        Identifiers.check("participant", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
