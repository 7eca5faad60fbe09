package pujiang.rulebook;

import static pujiang.Then.then;

import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pujiang.rulebook.RuleBookCommand.ActivateRuleBook;
import pujiang.rulebook.RuleBookEvent.RuleBookActivated;

class RuleBookInForceTest {

    private static final DraftId DRAFT = new DraftId("lower-threshold");
    private static final List<String> AUTHORS = List.of("li", "wang");

    private final FixtureConfiguration<RuleBookInForce> fixture = new AggregateTestFixture<>(RuleBookInForce.class);

    @ParameterizedTest(name = "while {0} is in force, {3} activates {1} compared with {2}: {4}")
    @CsvSource(
            textBlock =
                    """
            own, new,   own,   zhao, RuleBookActivated
            own, new,   own,   li,   rule-book.second-person-needed
            own, new,   own,   wang, rule-book.second-person-needed
            old, new,   old,   zhao, RuleBookActivated
            old, new,   own,   zhao, rule-book.superseded
            old, old,   own,   zhao, rule-book.already-in-force
            old, old,   own,   li,   rule-book.second-person-needed
            """)
    void aBookIsBroughtIntoForceByWhoDidNotWriteIt(
            String inForce, String book, String replaces, String activator, String expected) {
        var given = inForce.equals("own")
                ? fixture.givenNoPriorActivity()
                : fixture.given(new RuleBookActivated(DRAFT, 1, inForce, "own", "report", AUTHORS, "zhao"));

        then(given.when(new ActivateRuleBook(DRAFT, 2, book, replaces, "report", AUTHORS, activator)), expected);
    }
}
