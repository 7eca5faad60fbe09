package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pujiang.compliance.Gate;
import pujiang.compliance.ProposedExchange;
import pujiang.law.Contradiction.Kind;

/** Two rules that nobody can please are found on the facts of one decision; rules that lead on to each other are not. */
class ContradictionsTest {

    private static final String IMPORT = "import function pujiang.law.Conditions.*\n";
    private static final String SCENARIO = "is(this, TradeFacts.SCENARIO_DECLARED, false)";
    private static final String UNREGISTERED =
            "allOf( %s, is(this, ExchangeFacts.SDE_REGISTERED, false) )".formatted(SCENARIO.replace("false", "true"));
    private static final ProposedExchange SILENT_ON_ITS_USE =
            Cases.question("P0", Gate.ORDER, Map.of("trade.scenarioDeclared", false));
    private static final ProposedExchange UNREGISTERED_AND_SILENT =
            Cases.question("P0", Gate.ORDER, Map.of("trade.scenarioDeclared", false, "sde.registered", false));

    @Test
    void aRuleThatForbidsWhatAnotherDemandsIsFound() {
        var law = law("sde/scenario.drl", text -> text + another("SDE-99-1", SCENARIO.replace("false", "true")));

        assertThat(new Contradictions(law).on(SILENT_ON_ITS_USE))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.kind()).isEqualTo(Kind.EITHER_OBJECTS);
                    assertThat(List.of(found.one(), found.other())).containsExactly("SDE-4", "SDE-99-1");
                    assertThat(List.of(found.fact(), found.from(), found.to()))
                            .containsExactly("trade.scenarioDeclared", "false", "true");
                });
    }

    @Test
    void aRuleThatOffersAnotherWayOutContradictsNothing() {
        var law = law("sde/scenario.drl", text -> text + another("SDE-99-1", UNREGISTERED));

        assertThat(new Contradictions(law).on(UNREGISTERED_AND_SILENT)).isEmpty();
    }

    @Test
    void aReliefThatGoesWithTheObjectionIsFoundIfSomethingFollowsFromIt() {
        var relief = another("SDE-99-2", SCENARIO).replace("Outcome.DENY", "Outcome.RELIEF");
        var law = law("sde/scenario.drl", text -> text + another("SDE-99-1", UNREGISTERED) + relief);

        assertThat(new Contradictions(law).on(UNREGISTERED_AND_SILENT))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.kind()).isEqualTo(Kind.RELIEF_LOST);
                    assertThat(List.of(found.one(), found.other())).containsExactly("SDE-4", "SDE-99-2");
                });
        assertThat(new Contradictions(law).on(SILENT_ON_ITS_USE)).isEmpty();
    }

    @Test
    void theCataloguesOwnExamplesShowNoContradiction() {
        var contradictions = new Contradictions(Cases.LAW);

        assertThat(Cases.examples().stream()
                        .map(Cases::question)
                        .flatMap(question -> contradictions.on(question).stream()))
                .isEmpty();
    }

    private static LawReview law(String file, UnaryOperator<String> edit) {
        var texts = new TreeMap<>(RuleBook.ownTexts());
        texts.computeIfPresent(file, (_, text) -> edit.apply(text)
                .replace(IMPORT, IMPORT.replace("law.Conditions.*", "compliance.Condition.allOf") + IMPORT));
        return new LawReview(Draft.of(texts).compiled());
    }

    private static String another(String id, String condition) {
        return """

                rule "%1$s"
                    @article("99")
                    @title_zh("试")
                    @title_en("trial")
                    @remedy_zh("试")
                    @remedy_en("trial")
                    date-effective "2020-01-01"
                when
                    ProposedExchange( gate in (Gate.ORDER),
                        $why : %2$s,
                        $why.possible )
                then
                    insertLogical(new Fired("%1$s", Outcome.DENY, $why));
                end
                """
                .formatted(id, condition);
    }
}
