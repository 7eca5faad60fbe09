package pujiang.refusal;

import java.util.ArrayList;
import java.util.List;

/** An invalid value. The value's own check throws it; the API answers with the path of the field. */
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
     * @param path the field, dotted, as far as the value has it: {@code price.amount}
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
     * As {@link #at(String, String, String)}, where the last step is a name with dots, such as a fact.
     *
     * @param path the field that holds the member; empty if unknown here
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

    /** For display; programs use {@link #steps()}. */
    public String path() {
        return String.join(".", steps);
    }

    /** From the outermost known field to the invalid one. */
    public List<String> steps() {
        return steps;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    /** The bounds in a form that needs no translation; empty where the code is sufficient. */
    public String required() {
        return required;
    }

    private static List<String> split(String path) {
        return path.isEmpty() ? List.of() : List.of(path.split("\\."));
    }
}
