package pujiang.web.page;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The badges of what a board writes as a word: each feature names its own, all of them, as a constant of this type. */
public final class Badges {

    private final String prefix;
    private final Map<String, Badge> badges;

    private Badges(String prefix, Map<String, Badge> badges) {
        this.prefix = prefix;
        this.badges = Map.copyOf(badges);
    }

    /** @param prefix of the keys of their words, for example {@code state.} */
    public static Badges of(String prefix) {
        return new Badges(prefix, Map.of());
    }

    public Badges good(String... words) {
        return with(Badge::good, words);
    }

    public Badges waits(String... words) {
        return with(Badge::waits, words);
    }

    public Badges bad(String... words) {
        return with(Badge::bad, words);
    }

    public Badges plain(String... words) {
        return with(Badge::plain, words);
    }

    private Badges with(Function<String, Badge> tone, String... words) {
        var all = new HashMap<>(badges);
        Arrays.stream(words).forEach(word -> all.put(word, tone.apply(prefix + word)));
        return new Badges(prefix, all);
    }

    /** @throws NullPointerException for a word that nobody has given a tone */
    public Badge badge(String word) {
        return Objects.requireNonNull(badges.get(word), prefix + word);
    }

    /** Every one of them. */
    public Collection<Badge> all() {
        return badges.values();
    }
}
