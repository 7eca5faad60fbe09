package pujiang.participant;

import pujiang.refusal.Identifiers;

/** The name of a participant in the exchange, given by whoever created it. */
public record ParticipantId(String value) {

    public ParticipantId {
        Identifiers.check("participant", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
