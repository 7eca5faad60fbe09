package pujiang.trade;

import org.jspecify.annotations.Nullable;
import pujiang.compliance.FactProvenance;
import pujiang.compliance.FactSheet;
import pujiang.compliance.StatementChannel;
import pujiang.listing.Purpose;
import pujiang.refusal.Texts;

/**
 * The buyer's purpose for the data. A concrete scenario is a rule of the exchange (无场景不交易), so an empty scenario is
 * accepted as input and evaluated by the rules.
 *
 * @param scenario the concrete use in the buyer's words (应用场景), at most 2,000 characters
 * @param statement facts about the use ({@code use.*}); none if not given
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

    /** With later statements of the buyer. */
    DeclaredUse and(FactSheet said) {
        return new DeclaredUse(purpose, scenario, facts().and(said));
    }

    /** Whether the buyer has ordered the same use, apart from later statements. */
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
