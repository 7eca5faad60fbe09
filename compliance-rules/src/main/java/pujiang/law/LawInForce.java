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
 * The law that judges: the program's own book, until another is activated. Books that judged before are
 * compiled when somebody asks for them; the last few stay compiled. A draft is compiled nowhere here: only what two people
 * have agreed on is.
 */
public final class LawInForce implements ComplianceReview {

    private static final Logger LOG = LoggerFactory.getLogger(LawInForce.class);

    /** Of books besides the program's own and the one in force. */
    private static final int COMPILED = 3;

    private final BundledLaw own;
    private final RuleBookArchive kept;
    private final TimeLimit limit;
    private final Map<String, Compiler.Work<Optional<LawReview>>> compiling = new HashMap<>();
    private final LinkedHashMap<String, LawReview> lately = new LinkedHashMap<>(8, 0.75f, true);

    /** What was in force when somebody looked last; null before. */
    private volatile @Nullable Seen seen;

    /**
     * @param number of the activation, 0 for the program's own book
     * @param law null for the program's own, and where a book cannot be had: no question is answered then, rather than by
     *     another law
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

    /** @param limit for each decision by a book that is not the program's own */
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

    /** What the book in force asks for beyond the gates. */
    public Provisions provisions() {
        return new StandingProvisions(() -> ready().book().numbers());
    }

    /**
     * The book in force.
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
     * Under which the book in force was activated, whether this process has it ready or not. Its decisions have another digest
     * where the definitions have changed since.
     */
    public String digest() {
        var last = sight();
        return last.number() == 0 ? own.ready().book().digest() : last.digest();
    }

    /** The files of the book in force, whether this process has it ready or not: it is mended by another draft. */
    public Map<String, String> texts() {
        var last = sight();
        if (last.number() == 0) return own.ready().book().texts();
        if (last.law() != null) return last.law().book().texts();
        return kept.texts(last.digest()).orElseGet(() -> own.ready().book().texts());
    }

    /** Whether another book is in force than this process has ready, so that it answers no question. */
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

    /** Looks which book is in force, and judges with it from the next question on. */
    public void refresh() {
        look();
    }

    /**
     * Compiles a book that is about to come into force, so that no question has to wait for it then.
     *
     * @return whether it can be had
     * @throws LawTimeout if it takes too long
     */
    public boolean prepare(String digest) {
        return find(digest).isPresent();
    }

    /**
     * To be told when the activation of a book is committed. INVARIANT: no question is judged by the book before from then
     * on, whatever fails; so nothing is asked of the database here, and what it would have numbered is the next at least.
     */
    public void activated(String digest) {
        var last = seen;
        become(new Seen(
                last == null ? 1 : last.number() + 1, digest, compiled(digest).orElse(null)));
    }

    /** The database is asked outside of any lock, which would be waited for by those who hold its connections. */
    private Seen look() {
        var now = kept.activated().orElse(new Activated(0, ""));
        var last = seen;
        if (last != null && last.isUpTo(now)) return last;
        if (now.number() == 0) return become(new Seen(0, "", null));
        // The book before judges no more from here on, however long this one takes, or whether it can be had at all.
        var ready = compiled(now.digest());
        var next = become(new Seen(now.number(), now.digest(), ready.orElse(null)));
        if (next.law() != null) return next;
        return become(new Seen(now.number(), now.digest(), find(now.digest()).orElse(null)));
    }

    /** Who looked earlier may come later. */
    private synchronized Seen become(Seen found) {
        var last = seen;
        if (last != null && (last.number() > found.number() || last.equals(found))) return last;
        seen = found;
        if (found.law() != null) LOG.info("Rule book {} is active 规则库已启用", found.digest());
        else if (found.number() > 0) LOG.warn("No decisions until rule book {} is loaded 等待加载规则库", found.digest());
        return found;
    }

    /**
     * The law of a kept book, by the definitions of today; empty if nobody kept it, or this program's words no longer fit it.
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

    /** A book that was just compiled will be asked for. */
    private LawReview remember(String digest, RuleBook book) {
        var law = new LawReview(book, limit);
        synchronized (lately) {
            lately.put(digest, law);
            if (lately.size() > COMPILED) lately.pollFirstEntry();
        }
        return law;
    }
}
