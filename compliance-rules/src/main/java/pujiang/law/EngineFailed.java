package pujiang.law;

/** A rule of the book throws, or fires for ever, where it was to be explained. */
public final class EngineFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EngineFailed(Throwable cause) {
        super("the rule engine failed", cause);
    }
}
