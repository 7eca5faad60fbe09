package pujiang.app.decision;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import pujiang.app.security.Caller;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactSource;
import pujiang.compliance.Standing;
import pujiang.trade.Agreement;
import pujiang.trade.Side;

/**
 * For whom a decision is told: the exchange's own people, or a party on its side of the matter.
 *
 * @param staff who reads everything
 * @param sides on which a party stands; both of its own file, in which it speaks as a vendor and as a buyer
 */
public record Audience(boolean staff, Set<Side> sides) {

    /** Operator and compliance officer. */
    public static final Audience STAFF = new Audience(true, Set.of());

    public Audience {
        sides = Set.copyOf(sides);
    }

    /** Of a trade. Who is no party to it reads no fact of it. */
    public static Audience of(Caller caller, Agreement agreement) {
        var sides = Arrays.stream(Side.values())
                .filter(side -> caller.actsFor(side.of(agreement)))
                .collect(Collectors.toSet());
        return caller.staff() ? STAFF : new Audience(false, sides);
    }

    /** Of what only these sides have a part in. */
    public static Audience of(Caller caller, Side... sides) {
        return caller.staff() ? STAFF : new Audience(false, Set.of(sides));
    }

    public boolean reads(String fact) {
        return staff || sides.stream().anyMatch(side -> FactReaders.reads(side, fact));
    }

    /** Who states a fact, first of all. Of one that the dictionary no longer has, the exchange keeps what was stated. */
    static FactSource whose(String fact) {
        return FactDictionary.named(fact)
                .map(Standing::of)
                .map(Standing::source)
                .orElse(FactSource.EXCHANGE);
    }
}
