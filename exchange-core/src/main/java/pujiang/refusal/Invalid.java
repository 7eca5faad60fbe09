package pujiang.refusal;

/** A value that cannot be: thrown by the value's own guard, and answered at the edge with the path of the field. */
public final class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final String code;
    private final String detail;
    private final String required;

    private Invalid(String path, String code, String detail, String required) {
        super(path + " " + detail, null, false, false);
        this.path = path;
        this.code = code;
        this.detail = detail;
        this.required = required;
    }

    /**
     * @param path the field, dotted, as far as the value knows it: {@code price.amount}
     * @param code stable, for example {@code number.out-of-range}
     * @param detail completes the sentence "path …": {@code must be between 0 and 100}
     */
    public static Invalid at(String path, String code, String detail) {
        return new Invalid(path, code, detail, "");
    }

    /**
     * As {@link #at(String, String, String)}, for texts in other languages and for programs.
     *
     * @param required the bounds without words: {@code 1..3650}, {@code CNY}
     */
    public static Invalid at(String path, String code, String detail, String required) {
        return new Invalid(path, code, detail, required);
    }

    public String path() {
        return path;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    /** The bounds in a form that needs no translation; empty where the code says it all. */
    public String required() {
        return required;
    }
}
