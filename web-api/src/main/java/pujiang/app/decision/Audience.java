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
 * The readers of a decision: exchange staff, or a party on its side of the matter.
 *
 * @param staff who read everything
 * @param sides of a party; both for its own file, in which it is vendor and buyer
 */
public record Audience(boolean staff, Set<TradeParty> sides) {

    /** Operator and compliance officer. */
    public static final Audience STAFF = new Audience(true, Set.of());

    public Audience {
        sides = Set.copyOf(sides);
    }

    /** The audience of a trade. Other participants read no fact of the trade. */
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

    /**
     * The first source of a fact. For a fact that the dictionary no longer has, the exchange, which keeps the
     * statement.
     */
    static FactSource whose(String fact) {
        return FactDictionary.named(fact)
                .map(FactProvenance::of)
                .map(FactProvenance::source)
                .orElse(FactSource.EXCHANGE);
    }
}
