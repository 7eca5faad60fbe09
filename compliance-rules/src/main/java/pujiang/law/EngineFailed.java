package pujiang.law;

/** A rule throws, or fires without end, while it is explained. */
public final class EngineFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineFailed(Throwable cause) {
        super("the rule engine failed", cause);
    }
}
