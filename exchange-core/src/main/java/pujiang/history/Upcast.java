package pujiang.history;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of a stored event: from the form of one revision to the form of the next.
 *
 * @param event its stored name
 * @param from the revision that the step starts from; it ends at the next
 * @param change of the event's JSON. It may change the node that it is given.
 */
public record Upcast(String event, int from, UnaryOperator<ObjectNode> change) {

    /** The next revision has a decision with traits, findings with bearers, and terms, if there are any, with a price plan. */
    static Upcast decides(String event, int from) {
        return new Upcast(
                event, from, stored -> TermsRevisions.withPlans(DecisionRevisions.withTraitsAndBearers(stored)));
    }

    /** The next revision has one more field, which may be empty. Events from before it have nothing there. */
    static Upcast addsNull(String event, int from, String field) {
        return new Upcast(event, from, stored -> stored.putNull(field));
    }
}
