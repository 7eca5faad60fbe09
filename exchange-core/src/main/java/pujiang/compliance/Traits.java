package pujiang.compliance;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The traits of an exchange. What is in neither set does not apply.
 *
 * @param certain what applies
 * @param undecided what would apply or not if more facts were known
 */
public record Traits(Set<Trait> certain, Set<Trait> undecided) {

    public static final Traits NONE = new Traits(Set.of(), Set.of());

    public Traits {
        certain = Collections.unmodifiableSet(new TreeSet<>(certain));
        undecided = Collections.unmodifiableSet(new TreeSet<>(undecided));
    }

    /** Those apply, and no other. */
    public static Traits of(Trait... certain) {
        var all = EnumSet.noneOf(Trait.class);
        Collections.addAll(all, certain);
        return new Traits(all, Set.of());
    }

    public boolean is(Trait trait) {
        return certain.contains(trait);
    }

    /** Whether it applies, or nobody knows that it does not. */
    public boolean mayBe(Trait trait) {
        return certain.contains(trait) || undecided.contains(trait);
    }
}
