package pujiang.history;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of a stored event: from the form of one revision to the form of the next.
 *
 * @param event its stored name
 * @param from the revision that the step starts from; it leads to the next
 * @param change of the event's JSON. It may change its argument.
 */
public record Upcast(String event, int from, UnaryOperator<ObjectNode> change) {

    /**
     * To a revision whose decision has traits, whose findings have responsible parties, and whose terms, if any, have a
     * price plan.
     */
    static Upcast decides(String event, int from) {
        return new Upcast(
                event, from, stored -> TermsRevisions.withPlans(DecisionRevisions.withTraitsAndBearers(stored)));
    }

    /** To a revision with one more field, which may be empty. Older events have null there. */
    static Upcast addsNull(String event, int from, String field) {
        return new Upcast(event, from, stored -> stored.putNull(field));
    }
}
