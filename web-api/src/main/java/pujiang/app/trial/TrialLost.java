package pujiang.app.trial;

/**
 * A draft's process could not be started, or was ended by something else than its draft, as a machine ends processes that
 * has no memory left. It says nothing of the draft.
 */
public final class TrialLost extends TrialFailed {

    private static final long serialVersionUID = 1L;

    TrialLost(String what) {
        super(what);
    }

    TrialLost(String what, Throwable cause) {
        super(what, cause);
    }
}
