package pujiang.trade;

import java.util.List;
import java.util.stream.IntStream;
import pujiang.compliance.FactDictionary;
import pujiang.compliance.FactSheet;
import pujiang.refusal.Invalid;
import pujiang.refusal.Texts;

/**
 * The facts for which an officer requests a document from one party.
 *
 * @param facts by name; the document must prove them, and this party may state them
 * @param wanted the document, in the officer's words
 */
public record RequestedEvidence(TradeParty side, List<String> facts, String wanted) {

    private static final int MOST_FACTS = 30;

    public RequestedEvidence {
        if (facts.isEmpty()) throw Invalid.at("facts", "list.empty", "must name at least one fact");
        if (facts.size() > MOST_FACTS) {
            throw Invalid.at("facts", "list.too-long", "must name at most " + MOST_FACTS, "1.." + MOST_FACTS);
        }
        facts = facts.stream().distinct().toList();
        Texts.check("wanted", wanted, 2_000);
    }

    /**
     * Applies to the moment of the request: stored requests are always read, even if another party states the fact
     * since then.
     *
     * @throws Invalid at a fact that this party may not prove
     */
    void mustBeTheirs() {
        IntStream.range(0, facts.size()).forEach(nth -> check("facts." + nth, facts.get(nth)));
    }

    private void check(String path, String name) {
        var fact = FactDictionary.named(name)
                .orElseThrow(() -> Invalid.at(path, "fact.unknown-name", "is not a fact that the rules use"));
        if (!side.mayEvidence(fact)) {
            throw Invalid.at(path, "fact.not-theirs", "cannot be proven by this party: see docs/facts.md");
        }
    }

    /**
     * Checks an answer: it states exactly the requested facts.
     *
     * @throws Invalid at the fact that is missing or was not requested
     */
    void mustBeAnsweredBy(FactSheet stated) {
        var given = stated.stated().keySet();
        for (var name : facts) {
            if (!given.contains(name)) throw Invalid.inside("facts", name, "field.required", "must be stated");
        }
        for (var name : given) {
            if (!facts.contains(name)) throw Invalid.inside("facts", name, "fact.not-asked", "was not asked for");
        }
    }
}
