package pujiang.web.page;

/**
 * A state or an answer as it is shown.
 *
 * @param text key of its words
 * @param tone good, wait, bad or plain
 */
public record Badge(String text, String tone) {

    public static Badge good(String text) {
        return new Badge(text, "good");
    }

    /** Something or somebody is waited for. */
    public static Badge waits(String text) {
        return new Badge(text, "wait");
    }

    public static Badge bad(String text) {
        return new Badge(text, "bad");
    }

    public static Badge plain(String text) {
        return new Badge(text, "plain");
    }
}
