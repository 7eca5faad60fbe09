package pujiang.law;

/** Another rule book is in force than this process has ready, so it decides nothing. It does as soon as the book is up. */
public final class RuleBookNotReady extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleBookNotReady(String digest) {
        super("the rule book in force is not ready in this process: " + digest);
    }
}
