package pujiang.app.trial;

/**
 * A draft's process could not be started, or was ended by another cause than its draft, for example by a machine
 * without memory. The draft is not to blame.
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
