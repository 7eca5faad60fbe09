package pujiang.app.trial;

import java.time.Duration;

/** A draft was not done in its time, and its process was ended. */
public final class TrialLate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrialLate(Duration most) {
        super("is not done within " + most, null, false, false);
    }
}
