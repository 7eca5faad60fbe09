package pujiang.web.trial;

/** A draft's process ended by itself, or said what no answer is. It says nothing of any other draft. */
public final class TrialFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrialFailed(String what) {
        super(what);
    }

    TrialFailed(String what, Throwable cause) {
        super(what, cause);
    }
}
