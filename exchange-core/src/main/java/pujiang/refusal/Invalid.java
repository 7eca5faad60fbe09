package pujiang.refusal;

import java.util.ArrayList;
import java.util.List;

/** A value that cannot be: thrown by the value's own guard, and answered at the edge with the path of the field. */
public final class Invalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> steps;
    private final String code;
    private final String detail;
    private final String required;

    private Invalid(List<String> steps, String code, String detail, String required) {
        super(String.join(".", steps) + " " + detail, null, false, false);
        this.steps = steps;
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
        return new Invalid(split(path), code, detail, "");
    }

    /**
     * As {@link #at(String, String, String)}, for texts in other languages and for programs.
     *
     * @param required the bounds without words: {@code 1..3650}, {@code CNY}
     */
    public static Invalid at(String path, String code, String detail, String required) {
        return new Invalid(split(path), code, detail, required);
    }

    /**
     * As {@link #at(String, String, String)}, where the last step is a name that has dots of its own, as facts have.
     *
     * @param path the field that holds the member; empty if the value does not know
     */
    public static Invalid inside(String path, String member, String code, String detail) {
        return inside(path, member, code, detail, "");
    }

    /** As {@link #inside(String, String, String, String)}, with the bounds in a form that needs no translation. */
    public static Invalid inside(String path, String member, String code, String detail, String required) {
        var steps = new ArrayList<>(split(path));
        steps.add(member);
        return new Invalid(List.copyOf(steps), code, detail, required);
    }

    /** For people; {@link #steps()} are for programs. */
    public String path() {
        return String.join(".", steps);
    }

    /** From the outermost field that the value knows of to the one that is wrong. */
    public List<String> steps() {
        return steps;
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

    private static List<String> split(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("\\."));
    }
}
