package pujiang;

import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.axonframework.test.matchers.Matchers.predicate;

import java.util.List;
import org.axonframework.test.aggregate.ResultValidator;
import pujiang.refusal.Refused;

/** How the tables of the aggregates' tests write what comes of a command. */
public final class Then {

    private Then() {}

    /** @param outcome the simple names of the events, {@code and} between them, the refusal's code, or {@code nothing} */
    public static void then(ResultValidator<?> result, String outcome) {
        if (outcome.equals("nothing")) {
            result.expectSuccessfulHandlerExecution().expectNoEvents();
        } else if (outcome.contains(".")) {
            result.expectNoEvents().expectException(predicate(thrown -> refusedWith(outcome, thrown)));
        } else {
            var wanted = List.of(outcome.split(" and "));
            result.expectSuccessfulHandlerExecution()
                    .expectEventsMatching(payloadsMatching(predicate((List<?> events) -> wanted.equals(events.stream()
                            .map(event -> event.getClass().getSimpleName())
                            .toList()))));
        }
    }

    private static boolean refusedWith(String code, Object thrown) {
        return thrown instanceof Refused refused && refused.refusal().code().equals(code);
    }
}
