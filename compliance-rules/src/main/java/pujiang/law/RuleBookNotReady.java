package pujiang.law;

/** The rule book in force is not ready in this process, which makes no decisions until it is. */
public final class RuleBookNotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleBookNotReady(String digest) {
        super("the rule book in force is not ready in this process: " + digest);
    }
}
