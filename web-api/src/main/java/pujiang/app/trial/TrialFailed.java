package pujiang.app.trial;

/** A draft exceeded its limits, or gave an invalid answer. Other drafts are not affected. */
public sealed class TrialFailed extends RuntimeException permits TrialLost {

    private static final long serialVersionUID = 1L;

    TrialFailed(String what) {
        super(what);
    }

    TrialFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
