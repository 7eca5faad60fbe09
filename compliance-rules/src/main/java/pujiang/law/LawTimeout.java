package pujiang.law;

import java.time.Duration;

/** What the law was asked for took longer than whoever asked may wait. A decision is not among it: an officer makes that. */
public final class LawTimeout extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration most;

    public LawTimeout(String what, Duration most) {
        super(what + " within " + most, null, false, false);
        this.most = most;
    }

    public Duration most() {
        return most;
    }
}
