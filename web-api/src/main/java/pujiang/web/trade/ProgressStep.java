package pujiang.web.trade;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One of the six steps of an exchange (登记、挂牌、交易、交付、清结算、凭证).
 *
 * @param name key of its words, after {@code step.}
 * @param tone done, now, broken or ahead
 */
record ProgressStep(String name, String tone) {

    /** Each step and the event that completes it; a trade begins with a product that is registered and listed. */
    static final List<List<String>> ALL = List.of(
            List.of("registered", ""),
            List.of("listed", ""),
            List.of("agreed", "trade.agreed"),
            List.of("delivered", "trade.delivery-made"),
            List.of("settled", "trade.settled"),
            List.of("certified", "trade.certificate-issued"));

    /** @param ended whether nothing more will happen */
    static List<ProgressStep> of(Set<String> happened, boolean ended) {
        var steps = new ArrayList<ProgressStep>();
        var next = ended ? "broken" : "now";
        for (var step : ALL) {
            if (step.getLast().isEmpty() || happened.contains(step.getLast())) {
                steps.add(new ProgressStep(step.getFirst(), "done"));
            } else {
                steps.add(new ProgressStep(step.getFirst(), next));
                next = "ahead";
            }
        }
        return steps;
    }
}
