package pujiang.app.trial;

/** A draft took more than it may, or said what no answer is. It says nothing of any other draft. */
public sealed class TrialFailed extends RuntimeException permits TrialLost {

    private static final long serialVersionUID = 1L;

    TrialFailed(String what) {
        super(what);
    }

    TrialFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
