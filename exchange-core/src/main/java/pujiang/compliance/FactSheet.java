package pujiang.compliance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pujiang.digest.Sha256;
import pujiang.refusal.Invalid;

/**
 * Facts that have been stated; all others are unknown. Immutable.
 *
 * <p>Its keys are typed: {@code sheet.answer(ProductFacts.GRADE)} is an answer about a grade. It is not a record of 138
 * components, because hypotheses, merging of sources and digests all walk over the facts.
 */
public final class FactSheet {

    private static final Object NONE = new Object();
    private static final FactSheet EMPTY = new FactSheet(
            new Object[FactDictionary.all().size()],
            new FactSource[FactDictionary.all().size()]);

    private final @Nullable Object[] values;

    /** The sources of the values. Equality ignores them: two sheets with the same values are equal. */
    private final @Nullable FactSource[] sources;

    /** Computed at the first request; every thread gets the same value. */
    private @Nullable String digest;

    private FactSheet(@Nullable Object[] values, @Nullable FactSource[] sources) {
        this.values = values;
        this.sources = sources;
    }

    public static FactSheet empty() {
        return EMPTY;
    }

    /**
     * Reads facts as they come from JSON: dotted names; a null states "none" for an optional fact and nothing otherwise.
     *
     * @throws Invalid at the fact's name, for a name that is not in the dictionary or a value of the wrong type
     */
    public static FactSheet of(Map<String, ? extends @Nullable Object> stated) {
        var values = EMPTY.values.clone();
        stated.forEach((name, raw) -> {
            var fact = FactDictionary.named(name)
                    .orElseThrow(
                            () -> Invalid.inside("", name, "fact.unknown-name", "is not a fact that the rules use"));
            values[fact.position()] = raw != null ? fact.read(raw) : fact.optional() ? NONE : null;
        });
        return new FactSheet(values, EMPTY.sources);
    }

    /**
     * Checks, at the moment of entry, that every number and date is within the bounds of its fact. Facts stored before
     * the bounds existed are still read.
     *
     * @param path the field that holds the facts; empty if unknown here
     * @throws Invalid at the fact's name
     */
    public void mustBeInRange(String path) {
        for (var fact : FactDictionary.alphabetical()) mustBeInRange(path, fact);
    }

    private <T> void mustBeInRange(String path, Fact<T> fact) {
        if (answer(fact) instanceof Answer.Known<T>(var value)) fact.mustBeInRange(path, value);
    }

    public <T> FactSheet with(Fact<T> fact, T value) {
        return with(fact.position(), fact.read(value));
    }

    public FactSheet withNone(Fact<?> fact) {
        if (!fact.optional()) throw new IllegalArgumentException(fact + " cannot be none");
        return with(fact.position(), NONE);
    }

    public FactSheet without(Fact<?> fact) {
        return with(fact.position(), null);
    }

    /** These facts and the other's; where both state one, the other's value is used. */
    public FactSheet and(FactSheet other) {
        var merged = values.clone();
        var origins = sources.clone();
        for (int i = 0; i < merged.length; i++) {
            if (other.values[i] == null) continue;
            merged[i] = other.values[i];
            origins[i] = other.sources[i];
        }
        return new FactSheet(merged, origins);
    }

    /** These facts without those that the other sheet states, whatever their values. */
    public FactSheet except(FactSheet other) {
        var kept = values.clone();
        for (int i = 0; i < kept.length; i++) if (other.values[i] != null) kept[i] = null;
        return new FactSheet(kept, sources);
    }

    /** The same facts with this source, where they have none yet. */
    public FactSheet from(FactSource source) {
        var origins = sources.clone();
        for (int i = 0; i < origins.length; i++) {
            if (values[i] != null && origins[i] == null) origins[i] = source;
        }
        return new FactSheet(values, origins);
    }

    /** The stated facts of each source, by name; facts without a source are left out. */
    public SequencedMap<FactSource, List<String>> sources() {
        var bySource = new TreeMap<FactSource, List<String>>();
        for (var fact : FactDictionary.all()) {
            var source = sources[fact.position()];
            if (values[fact.position()] == null || source == null) continue;
            bySource.computeIfAbsent(source, _ -> new ArrayList<>()).add(fact.name());
        }
        return bySource;
    }

    /** Only the facts of these groups, for example {@code product} and {@code pi}. */
    public FactSheet only(Collection<String> groups) {
        var kept = EMPTY.values.clone();
        for (var fact : FactDictionary.all()) {
            var group = fact.name().substring(0, fact.name().indexOf('.'));
            if (groups.contains(group)) kept[fact.position()] = values[fact.position()];
        }
        return new FactSheet(kept, sources);
    }

    /** Only these facts, by name. */
    public FactSheet named(Collection<String> names) {
        var kept = EMPTY.values.clone();
        for (var fact : FactDictionary.all()) {
            if (names.contains(fact.name())) kept[fact.position()] = values[fact.position()];
        }
        return new FactSheet(kept, sources);
    }

    @SuppressWarnings("unchecked") // only read() and with() write, and both keep a fact's type
    public <T> Answer<T> answer(Fact<T> fact) {
        var value = values[fact.position()];
        if (value == null) return new Answer.Unknown<>();
        return value == NONE ? new Answer.None<>() : new Answer.Known<>((T) value);
    }

    /** The stated facts by name, in alphabetical order; "none" is null. */
    public SequencedMap<String, @Nullable Object> stated() {
        var stated = new LinkedHashMap<String, @Nullable Object>();
        for (var fact : FactDictionary.alphabetical()) {
            var value = values[fact.position()];
            if (value != null) stated.put(fact.name(), value == NONE ? null : value);
        }
        return stated;
    }

    /** SHA-256 over {@code name=value} lines in alphabetical order. */
    public String digest() {
        var known = digest;
        if (known == null) {
            known = digest(stated());
            digest = known;
        }
        return known;
    }

    private static String digest(Map<String, @Nullable Object> stated) {
        var lines = new StringBuilder();
        stated.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        return new Sha256().add(lines.toString()).named();
    }

    private FactSheet with(int position, @Nullable Object value) {
        var changed = values.clone();
        changed[position] = value;
        if (sources[position] == null) return new FactSheet(changed, sources);
        var origins = sources.clone();
        origins[position] = null;
        return new FactSheet(changed, origins);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactSheet sheet && Arrays.equals(values, sheet.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return stated().toString();
    }
}
