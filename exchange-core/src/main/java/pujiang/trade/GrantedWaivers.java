package pujiang.trade;

import java.util.List;
import pujiang.compliance.Clearance.Lifting;

/** The exceptions that officers have granted. */
@FunctionalInterface
public interface GrantedWaivers {

    /** The exceptions that cover this trade, in force or not, in the order in which they were granted. */
    List<Granted> reaching(TradeId trade, Agreement agreement);

    /** @param trade in which it was granted */
    record Granted(TradeId trade, Waiver waiver) {

        /** The form in the clearance of a trade that it covers. */
        Lifting lifting() {
            var by = waiver.lifting();
            var ground = "%s (例外 exception granted in %s, until %s)".formatted(by.ground(), trade, waiver.until());
            return new Lifting(by.officer(), ground, by.evidence());
        }
    }
}
