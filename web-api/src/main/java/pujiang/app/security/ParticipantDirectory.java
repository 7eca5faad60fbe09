package pujiang.app.security;

import pujiang.participant.ParticipantId;

/** Whom an account can be opened for. */
public interface ParticipantDirectory {

    boolean known(ParticipantId participant);
}
