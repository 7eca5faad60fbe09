package pujiang.app.decision;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import pujiang.app.security.Caller;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSource;
import pujiang.trade.Agreement;
import pujiang.trade.TradeParty;

/**
 * For whom a decision is told: the exchange's own people, or a party on its side of the matter.
 *
 * @param staff who reads everything
 * @param sides on which a party stands; both of its own file, in which it speaks as a vendor and as a buyer
 */
public record Audience(boolean staff, Set<TradeParty> sides) {

    /** Operator and compliance officer. */
    public static final Audience STAFF = new Audience(true, Set.of());

    public Audience {
        sides = Set.copyOf(sides);
    }

    /** Of a trade. Who is no party to it reads no fact of it. */
    public static Audience of(Caller caller, Agreement agreement) {
        var sides = Arrays.stream(TradeParty.values())
                .filter(tradeParty -> caller.actsFor(tradeParty.of(agreement)))
                .collect(Collectors.toSet());
        return caller.staff() ? STAFF : new Audience(false, sides);
    }

    /** Of what only these sides have a part in. */
    public static Audience of(Caller caller, TradeParty... sides) {
        return caller.staff() ? STAFF : new Audience(false, Set.of(sides));
    }

    public boolean reads(String fact) {
        return staff || sides.stream().anyMatch(tradeParty -> FactReaders.reads(tradeParty, fact));
    }

    /** Who states a fact, first of all. Of one that the dictionary no longer has, the exchange keeps what was stated. */
    static FactSource whose(String fact) {
        return FactDictionary.named(fact)
                .map(FactProvenance::of)
                .map(FactProvenance::source)
                .orElse(FactSource.EXCHANGE);
    }
}
