package pujiang.web.history;

import pujiang.web.security.Caller;

/** Whose eyes a history is for. */
public enum Eyes {
    /** Operator and compliance officer: everything. */
    STAFF,
    /** A participant: not the facts behind a decision, which may be the other side's, but their digest. */
    PARTICIPANT;

    public static Eyes of(Caller caller) {
        return caller.staff() ? STAFF : PARTICIPANT;
    }
}
