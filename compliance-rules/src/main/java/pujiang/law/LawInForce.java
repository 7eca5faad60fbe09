package pujiang.law;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.ProposedExchange;
import pujiang.compliance.Provisions;
import pujiang.compliance.Traits;
import pujiang.law.RuleBookArchive.Activated;

/**
 * The rules in force: the program's rule book until another is activated. Former rule books are compiled on request,
 * and the last few stay compiled. Drafts are not compiled here: only rule books that two people have approved.
 */
public final class LawInForce implements ComplianceReview {

    private static final Logger LOG = LoggerFactory.getLogger(LawInForce.class);

    /** The number of rule books kept compiled, besides the program's and the one in force. */
    private static final int COMPILED = 3;

    private final BundledLaw own;
    private final RuleBookArchive kept;
    private final TimeLimit limit;
    private final Map<String, Compiler.Work<Optional<LawReview>>> compiling = new HashMap<>();
    private final LinkedHashMap<String, LawReview> lately = new LinkedHashMap<>(8, 0.75f, true);

    /** The rule book in force at the last check; null before the first. */
    private volatile @Nullable Seen seen;

    /**
     * @param number of the activation, 0 for the program's rule book
     * @param law null for the program's rule book, and if the rule book is not available: questions are then not
     *     answered, rather than evaluated by other rules
     */
    private record Seen(long number, String digest, @Nullable LawReview law) {

        /** An earlier release may have activated it under another digest than its decisions have now. */
        boolean isOf(String recorded) {
            return digest.equals(recorded) || (law != null && law.book().isKnownAs(recorded));
        }

        boolean isUpTo(Activated now) {
            return number >= now.number() && (number == 0 || law != null);
        }
    }

    /** @param limit for each decision by a rule book that is not the program's */
    public LawInForce(BundledLaw own, RuleBookArchive kept, TimeLimit limit) {
        this.own = own;
        this.kept = kept;
        this.limit = limit;
    }

    @Override
    public Decision review(ProposedExchange question) {
        return ready().review(question);
    }

    @Override
    public Traits traits(ProposedExchange question) {
        return ready().traits(question);
    }

    /** The requirements of the rule book in force outside the gates. */
    public Provisions provisions() {
        return new StandingProvisions(() -> ready().book().numbers());
    }

    /**
     * The rules in force.
     *
     * @throws RuleBookNotReady if this process does not have it ready
     */
    public LawReview ready() {
        var last = sight();
        if (last.number() == 0) return own.ready();
        if (last.law() != null) return last.law();
        throw new RuleBookNotReady(last.digest());
    }

    /**
     * The digest under which the rule book in force was activated, whether this process has it ready or not. Its
     * decisions have another digest if the definitions have changed since.
     */
    public String digest() {
        var last = sight();
        return last.number() == 0 ? own.ready().book().digest() : last.digest();
    }

    /** The files of the rule book in force, ready or not, because another draft can fix it. */
    public Map<String, String> texts() {
        var last = sight();
        if (last.number() == 0) return own.ready().book().texts();
        if (last.law() != null) return last.law().book().texts();
        return kept.texts(last.digest()).orElseGet(() -> own.ready().book().texts());
    }

    /** Whether this process does not have the rule book in force ready, so that it answers no question. */
    public boolean isBehind() {
        var last = seen;
        return last != null && last.number() > 0 && last.law() == null;
    }

    /** Whether a question would be answered without waiting. */
    public boolean isReady() {
        var last = seen;
        return (last == null || last.number() == 0) ? own.isReady() : last.law() != null;
    }

    private Seen sight() {
        var last = seen;
        return last == null ? look() : last;
    }

    /** Checks which rule book is in force, and uses it from the next question on. */
    public void refresh() {
        look();
    }

    /**
     * Compiles a rule book before it comes into force, so that questions do not have to wait.
     *
     * @return whether it can be had
     * @throws LawTimeout if it takes too long
     */
    public boolean prepare(String digest) {
        return find(digest).isPresent();
    }

    /**
     * Called when the activation of a rule book is committed. INVARIANT: from then on no question is evaluated by the
     * former rule book, whatever fails. So the database is not queried here, and the number is assumed to be at least
     * the next.
     */
    public void activated(String digest) {
        var last = seen;
        become(new Seen(
                last == null ? 1 : last.number() + 1, digest, compiled(digest).orElse(null)));
    }

    /** The database is queried without a lock, which would block threads that hold its connections. */
    private Seen look() {
        var now = kept.activated().orElse(new Activated(0, ""));
        var last = seen;
        if (last != null && last.isUpTo(now)) return last;
        if (now.number() == 0) return become(new Seen(0, "", null));
        // From here on the former rule book is not used, even if this takes long or the new one is not available.
        var ready = compiled(now.digest());
        var next = become(new Seen(now.number(), now.digest(), ready.orElse(null)));
        if (next.law() != null) return next;
        return become(new Seen(now.number(), now.digest(), find(now.digest()).orElse(null)));
    }

    /** An earlier check may finish later. */
    private synchronized Seen become(Seen found) {
        var last = seen;
        if (last != null && (last.number() > found.number() || last.equals(found))) return last;
        seen = found;
        if (found.law() != null) LOG.info("Rule book {} is active 规则库已启用", found.digest());
        else if (found.number() > 0) LOG.warn("No decisions until rule book {} is loaded 等待加载规则库", found.digest());
        return found;
    }

    /**
     * The rules of an archived rule book, under today's definitions; empty if it is not archived, or no longer fits
     * this program's vocabulary.
     *
     * @throws LawTimeout if it takes too long to compile
     */
    public Optional<LawReview> find(String digest) {
        var ready = compiled(digest);
        return ready.isPresent() ? ready : kept.texts(digest).flatMap(texts -> compiled(digest, texts));
    }

    private Optional<LawReview> compiled(String digest) {
        if (own.ready().book().isKnownAs(digest)) return Optional.of(own.ready());
        var last = seen;
        if (last != null && last.law() != null && last.isOf(digest)) return Optional.of(last.law());
        return Optional.ofNullable(known(digest));
    }

    private @Nullable LawReview known(String digest) {
        synchronized (lately) {
            return lately.get(digest);
        }
    }

    private Optional<LawReview> compiled(String digest, Map<String, String> texts) {
        Compiler.Work<Optional<LawReview>> work;
        synchronized (compiling) {
            compiling.values().removeIf(Compiler.Work::isDone);
            var known = known(digest);
            if (known != null) return Optional.of(known);
            work = compiling.computeIfAbsent(digest, _ -> Compiler.begin(() -> compiledNow(digest, texts)));
        }
        return work.within(Compiler.PATIENCE);
    }

    private Optional<LawReview> compiledNow(String digest, Map<String, String> texts) {
        try {
            return Optional.of(remember(digest, Draft.kept(texts).compiled()));
        } catch (DraftFaults faults) {
            LOG.error("Rule book {} cannot be compiled by this program: {}", digest, faults.getMessage());
            return Optional.empty();
        }
    }

    /** A rule book that was just compiled will be used soon. */
    private LawReview remember(String digest, RuleBook book) {
        var law = new LawReview(book, limit);
        synchronized (lately) {
            lately.put(digest, law);
            if (lately.size() > COMPILED) lately.pollFirstEntry();
        }
        return law;
    }
}
