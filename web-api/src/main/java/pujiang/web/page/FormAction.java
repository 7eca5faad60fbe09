package pujiang.web.page;

/**
 * What a form on a page does. Each feature names its own, as constants of this type.
 *
 * @param code as addresses and texts name it: the keys of its texts are {@code act.<code>} and {@code done.<code>}
 * @param path the last step of the address that its form is sent to
 * @param tone how its button looks
 */
public record FormAction(String code, String path, String tone) {

    public static FormAction of(String code, String path) {
        return new FormAction(code, path, "");
    }

    /** Takes something from somebody: its form is folded, and its button says so. */
    public static FormAction grave(String code, String path) {
        return new FormAction(code, path, "bad");
    }

    /** Changes nothing for anybody. */
    public static FormAction calm(String code, String path) {
        return new FormAction(code, path, "calm");
    }
}
