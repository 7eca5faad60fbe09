package pujiang.web.problem;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import pujiang.refusal.Refusal;
import pujiang.refusal.RefusalTable;

/** The codes of a family of refusals, by HTTP status, for the description of the interface. */
public final class ProblemCatalogue {

    private ProblemCatalogue() {}

    public static SortedMap<Integer, SortedSet<String>> codes(Collection<Class<? extends Refusal>> families) {
        var codes = new TreeMap<Integer, SortedSet<String>>();
        for (var refusal : Specimens.ofAll()) {
            if (families.stream().noneMatch(family -> family.isInstance(refusal))) continue;
            codes.computeIfAbsent(RefusalTable.of(refusal).status(), _ -> new TreeSet<>())
                    .add(refusal.code());
        }
        return codes;
    }
}
