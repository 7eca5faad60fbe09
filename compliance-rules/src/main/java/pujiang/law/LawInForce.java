package pujiang.law;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pujiang.compliance.ComplianceReview;
import pujiang.compliance.Decision;
import pujiang.compliance.ProposedExchange;
import pujiang.law.KeptBooks.Activated;

/**
 * The law that judges: the program's own book, until another is activated. Books that judged before, and drafts on trial,
 * are compiled when somebody asks for them; the last few stay compiled.
 */
public final class LawInForce implements ComplianceReview {

    private static final Logger LOG = LoggerFactory.getLogger(LawInForce.class);

    /** Of books besides the program's own and the one in force. */
    private static final int COMPILED = 3;

    private final LawInTheMaking own;
    private final KeptBooks kept;
    private final TimeLimit limit;
    private final Map<String, Compiler.Work<Optional<LawReview>>> compiling = new HashMap<>();
    private final Map<Map<String, String>, Compiler.Work<RuleBook>> drafts = new HashMap<>();
    private final LinkedHashMap<String, LawReview> lately = new LinkedHashMap<>(8, 0.75f, true);

    /** What was in force when {@link #refresh} looked last; null before. */
    private volatile @Nullable Seen seen;

    /**
     * @param number of the activation, 0 for the program's own book
     * @param law null for the program's own, and where a book cannot be had: no question is answered then, rather than by
     *     another law
     */
    private record Seen(long number, String digest, @Nullable LawReview law) {}

    /** @param limit for each decision by a book that is not the program's own */
    public LawInForce(LawInTheMaking own, KeptBooks kept, TimeLimit limit) {
        this.own = own;
        this.kept = kept;
        this.limit = limit;
    }

    @Override
    public Decision review(ProposedExchange question) {
        return ready().review(question);
    }

    /**
     * The book in force, waited for.
     *
     * @throws IllegalStateException if it does not compile
     */
    public LawReview ready() {
        var last = seen;
        if (last == null) last = look();
        if (last.number() == 0) return own.ready();
        if (last.law() != null) return last.law();
        throw new IllegalStateException("the rule book in force cannot be had: " + last.digest());
    }

    public String digest() {
        return ready().book().digest();
    }

    /** Looks which book is in force, and judges with it from the next question on. */
    public void refresh() {
        look();
    }

    /** The database is asked outside of any lock, which would be waited for by those who hold its connections. */
    private Seen look() {
        var now = kept.activated().orElse(new Activated(0, ""));
        var last = seen;
        if (last != null && last.number() >= now.number() && (now.number() == 0 || last.law() != null)) return last;
        var law = now.number() == 0 ? null : find(now.digest()).orElse(null);
        return become(new Seen(now.number(), now.digest(), law));
    }

    /** Who looked earlier may come later. */
    private synchronized Seen become(Seen found) {
        var last = seen;
        if (last != null && last.number() > found.number()) return last;
        seen = found;
        if (found.law() != null) LOG.info("judging with rule book {} 规则库已切换", found.digest());
        return found;
    }

    /**
     * The law of a kept book; empty if nobody kept it, or this program's words no longer fit it.
     *
     * @throws NotInTime if it takes too long to compile
     */
    public Optional<LawReview> find(String digest) {
        var ready = compiled(digest);
        return ready.isPresent() ? ready : kept.texts(digest).flatMap(texts -> compiled(digest, texts));
    }

    private Optional<LawReview> compiled(String digest) {
        if (own.ready().book().digest().equals(digest)) return Optional.of(own.ready());
        var last = seen;
        if (last != null && last.law() != null && last.digest().equals(digest)) return Optional.of(last.law());
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
            return Optional.of(remember(Draft.kept(texts).compiled()));
        } catch (DraftFaults faults) {
            LOG.error("the kept rule book {} cannot be compiled by this program: {}", digest, faults.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Compiles a draft. What is compiled already, or just being compiled, is not compiled again: drafts come back with
     * other cases, and as books that were in force before.
     *
     * @return empty if it was begun and takes longer
     * @throws DraftFaults if it has faults, or the engine finds one more
     * @throws NotInTime if other books kept the compiler busy, so that nothing can be said of this one
     */
    public Optional<RuleBook> compiled(Draft draft, Duration most) {
        // A book that was let in before may hold what no draft may hold now.
        draft.mustBeSound();
        var ready = compiled(draft.digest()).map(LawReview::book).filter(book -> book.texts()
                .equals(draft.texts()));
        if (ready.isPresent()) return ready;
        var book = draft.compiled(most, compilation -> compiling(draft, compilation));
        book.ifPresent(this::remember);
        return book;
    }

    private Compiler.Work<RuleBook> compiling(Draft draft, Supplier<RuleBook> compilation) {
        synchronized (drafts) {
            drafts.values().removeIf(Compiler.Work::isDone);
            return drafts.computeIfAbsent(draft.texts(), _ -> Compiler.begin(compilation));
        }
    }

    /** A book that was just compiled will be asked for. */
    private LawReview remember(RuleBook book) {
        var law = new LawReview(book, limit);
        synchronized (lately) {
            lately.put(book.digest(), law);
            if (lately.size() > COMPILED) lately.pollFirstEntry();
        }
        return law;
    }
}
