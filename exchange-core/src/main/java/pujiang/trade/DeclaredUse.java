package pujiang.trade;

import pujiang.listing.Purpose;
import pujiang.refusal.Texts;

/**
 * Why the buyer wants the data. "No scenario, no trade" (无场景不交易) is a rule of the exchange, so an empty scenario can
 * be stated and is judged, not refused at the door.
 *
 * @param scenario the concrete use in the buyer's words (应用场景), at most 2,000 characters
 */
public record DeclaredUse(Purpose purpose, String scenario) {

    public DeclaredUse {
        Texts.atMost("use.scenario", scenario, 2_000);
        scenario = scenario.strip();
    }

    public boolean scenarioDeclared() {
        return !scenario.isEmpty();
    }
}
