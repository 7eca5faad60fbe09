package pujiang.app.start;

/** Reasons why the exchange cannot start, with the fix, as one line in English and one in Chinese. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String chinese;

    public StartFailure(String english, String chinese) {
        super(english);
        this.chinese = chinese;
    }

    public StartFailure(String english, String chinese, Throwable cause) {
        super(english, cause);
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** One line, for a console with other lines around it. */
    public String line() {
        return "Cannot start: " + getMessage() + " | 无法启动：" + chinese;
    }
}
