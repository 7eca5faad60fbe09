package pujiang.app.security;

import pujiang.participant.ParticipantId;

/** Participants for which an account can be opened. */
public interface ParticipantDirectory {

    boolean known(ParticipantId participant);
}
