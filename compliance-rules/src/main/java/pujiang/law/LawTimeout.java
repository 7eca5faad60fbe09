package pujiang.law;

import java.time.Duration;

/** An operation on rules took longer than its caller may wait. Decisions do not throw it: an officer makes them. */
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
