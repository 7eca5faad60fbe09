package pujiang.app.fsck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.history.EventCatalogue;
import pujiang.obligation.Obligation;
import pujiang.product.Product;

class StateTransitionsTest {

    /** A new event must say here in which state it leaves its thing, or a clean exchange would be called damaged. */
    @Test
    void everyStoredEventOfAThingThatHasABoardIsInItsTable() {
        StateTransitions.TABLES.forEach((aggregate, table) -> {
            var prefix = aggregate.getSimpleName().toLowerCase(Locale.ROOT) + ".";
            var stored = new TreeSet<>(EventCatalogue.classes().keySet());
            stored.removeIf(name -> !name.startsWith(prefix));
            assertThat(new TreeSet<>(table.keySet())).isEqualTo(stored);
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            textBlock =
                    """
            incurred,                                   open
            incurred proven,                            proven
            incurred proven proof-rejected,             open
            incurred breached proven proof-rejected,    breached
            incurred breached incurred,                 breached
            incurred discharged incurred,               open
            incurred breached discharged incurred proven proof-rejected, open
            """)
    void anObligationIsInTheStateThatItsEventsLeaveItIn(String events, String state) {
        var names = List.of(events.split(" ")).stream()
                .map(event -> "obligation." + event)
                .toList();

        assertThat(StateTransitions.after(Obligation.class, names)).contains(state);
    }

    /** Whose stop is mended and lifted afterwards. */
    @Test
    void aProductThatIsStruckOffStaysSoWhateverIsSaidOfItLater() {
        var names = List.of("registered", "suspended", "struck-off", "assessed", "stop-lifted").stream()
                .map(event -> "product." + event)
                .toList();

        assertThat(StateTransitions.after(Product.class, names)).contains("struck-off");
    }
}
