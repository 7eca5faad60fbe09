package pujiang;

import static org.axonframework.test.matchers.Matchers.exactSequenceOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import org.axonframework.test.aggregate.ResultValidator;
import pujiang.refusal.Refused;

/** How the tables of the aggregates' tests write what comes of a command. */
public final class Then {

    private Then() {}

    /** @param outcome the simple name of the one event, the code of the refusal, or {@code nothing} */
    public static void then(ResultValidator<?> result, String outcome) {
        if (outcome.equals("nothing")) {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        } else if (outcome.contains(".")) {
            result.expectNoEvents().expectException(predicate(thrown -> refusedWith(outcome, thrown)));
        } else {
            result.expectSuccessfulHandlerExecution()
                    .expectEventsMatching(payloadsMatching(exactSequenceOf(
                            predicate(event -> event.getClass().getSimpleName().equals(outcome)))));
        }
    }

    private static boolean refusedWith(String code, Object thrown) {
        return thrown instanceof Refused refused && refused.refusal().code().equals(code);
    }
}
