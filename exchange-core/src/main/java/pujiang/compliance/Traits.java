package pujiang.compliance;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The traits of an exchange. A trait in neither set does not apply.
 *
 * @param certain the traits that apply
 * @param undecided the traits that depend on unknown facts
 */
public record Traits(Set<Trait> certain, Set<Trait> undecided) {

    public static final Traits NONE = new Traits(Set.of(), Set.of());

    public Traits {
        certain = Collections.unmodifiableSet(new TreeSet<>(certain));
        undecided = Collections.unmodifiableSet(new TreeSet<>(undecided));
    }

    /** These traits apply, and no others. */
    public static Traits of(Trait... certain) {
        var all = EnumSet.noneOf(Trait.class);
        Collections.addAll(all, certain);
        return new Traits(all, Set.of());
    }

    public boolean is(Trait trait) {
        return certain.contains(trait);
    }

    /** Whether the trait applies or is undecided. */
    public boolean mayBe(Trait trait) {
        return certain.contains(trait) || undecided.contains(trait);
    }
}
