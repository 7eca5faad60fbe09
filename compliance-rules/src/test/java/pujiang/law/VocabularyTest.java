package pujiang.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.Finding;
import pujiang.compliance.Gate;

/** What the reader lets a word be said of is what Java lets it be called with. */
class VocabularyTest {

    private static final String FILE = "dsl/art-53.drl";
    private static final String RULE = RuleBook.text(FILE);
    private static final String CONDITION = "is(this, ProductFacts.STATE_SECRET, true)";

    /** One rule for each word and each kind of fact that fits it: none is left for the engine to refuse. */
    @Test
    void whatTheVocabularyLetsPassTheEngineCompiles() {
        var conditions = conditions();
        var text = new StringBuilder(RULE);
        for (int i = 0; i < conditions.size(); i++) {
            text.append("\n")
                    .append(RULE.substring(RULE.indexOf("rule \""))
                            .replaceAll("(?m)^ *@.*\\n", "")
                            .replace("rule \"DSL-53-1\"", "rule \"DSL-53-1 form " + i + "\"")
                            .replace(CONDITION, conditions.get(i)));
        }
        var texts = new TreeMap<>(RuleBook.ownTexts());
        texts.keySet().removeIf(file -> file.endsWith(".drl"));
        texts.put(FILE, text.toString());
        texts.merge("dsl/thresholds.properties", "x.2020-01-01 = 3\n", String::concat);

        assertThat(conditions).hasSizeBetween(100, 250);
        var decided = new LawReview(Draft.of(texts).compiled()).review(Cases.question("P0", Gate.ORDER, "{}"));
        assertThat(decided.findings()).extracting(Finding::rule).containsExactly("DSL-53-1");
    }

    private static List<String> conditions() {
        var kinds = new TreeMap<String, String>();
        FactDictionary.constants().forEach((name, type) -> {
            if (name.indexOf('.') == name.lastIndexOf('.'))
                kinds.merge(type.getTypeName(), name, (one, other) -> one.compareTo(other) < 0 ? one : other);
        });
        var values = new ArrayList<>(
                List.of("true", "3", "3000000000", "this.on()", "this.on().getYear() - 1", "on(this, \"dsl\", \"x\")"));
        values.addAll(kinds.values());
        FactDictionary.constants().keySet().stream()
                .filter(name -> name.indexOf('.') != name.lastIndexOf('.'))
                .sorted()
                .forEach(values::add);
        var found = new ArrayList<String>();
        for (var word : Vocabulary.words()) {
            if (reads("%s(this)".formatted(word))) found.add("%s(this)".formatted(word));
            for (var fact : kinds.values()) {
                var one = "%s(this, %s)".formatted(word, fact);
                if (reads(one)) found.add(one);
                values.stream()
                        .map(value -> "%s(this, %s, %s)".formatted(word, fact, value))
                        .filter(VocabularyTest::reads)
                        .limit(1)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean reads(String condition) {
        try {
            RuleFile.read(FILE, RULE.replace(CONDITION, condition), Bounds.DRAFT);
            return true;
        } catch (DraftFault.Found _) {
            return false;
        }
    }
}
