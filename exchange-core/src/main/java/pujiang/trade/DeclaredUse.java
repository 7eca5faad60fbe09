package pujiang.trade;

import org.jspecify.annotations.Nullable;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSheet;
import pujiang.compliance.StatementChannel;
import pujiang.listing.Purpose;
import pujiang.refusal.Texts;

/**
 * Why the buyer wants the data. "No scenario, no trade" (无场景不交易) is a rule of the exchange, so an empty scenario can
 * be stated and is judged, not refused at the door.
 *
 * @param scenario the concrete use in the buyer's words (应用场景), at most 2,000 characters
 * @param statement what the law may ask of the use ({@code use.*}); nothing where it is not given
 */
public record DeclaredUse(Purpose purpose, String scenario, @Nullable FactSheet statement) {

    public DeclaredUse {
        Texts.atMost("use.scenario", scenario, 2_000);
        scenario = scenario.strip();
        if (statement == null) statement = FactSheet.empty();
        FactProvenance.check("use.statement", statement, StatementChannel.USE);
    }

    public DeclaredUse(Purpose purpose, String scenario) {
        this(purpose, scenario, null);
    }

    /** With what the buyer has said of it since. */
    DeclaredUse and(FactSheet said) {
        return new DeclaredUse(purpose, scenario, facts().and(said));
    }

    /** Whether this is the use that a buyer asks for again, having said more of it since. */
    public boolean answers(DeclaredUse asked) {
        return purpose == asked.purpose
                && scenario.equals(asked.scenario)
                && facts().and(asked.facts()).equals(facts());
    }

    public FactSheet facts() {
        return statement == null ? FactSheet.empty() : statement;
    }

    public boolean scenarioDeclared() {
        return !scenario.isEmpty();
    }
}
