package pujiang.web.evidence;

import pujiang.refusal.Refusal;

/** Why a proof cannot be given. */
public sealed interface EvidenceRefusal extends Refusal {

    /** Signed, and waits for its number in the log; a second or two. */
    record NotYetLogged(String digest) implements EvidenceRefusal {
        @Override
        public String code() {
            return "evidence.not-yet-logged";
        }
    }

    @Override
    default boolean mayPassLater() {
        return true;
    }
}
