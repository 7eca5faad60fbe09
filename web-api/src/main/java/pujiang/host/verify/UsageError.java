package pujiang.host.verify;

/** The command cannot do its work: the cause, with the fix. */
final class UsageError extends Exception {

    private static final long serialVersionUID = 1L;

    private final String chinese;

    UsageError(String english, String chinese) {
        super(english);
        this.chinese = chinese;
    }

    String told() {
        return "Cannot verify: " + getMessage() + "\n无法验证：" + chinese;
    }
}
