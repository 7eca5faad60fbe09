package pujiang.bench;

import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import pujiang.law.LawReview;
import pujiang.law.RuleBook;

/** What stands between a start and its first decision; measured once in each process, which has compiled nothing yet. */
@State(Scope.Benchmark)
public class Compiling {

    /** The program's own book, up to the engine that answers. */
    @Benchmark
    public LawReview own() {
        return new LawReview(RuleBook.load());
    }

    /** The same rules ten times over, read and checked as a draft is. */
    @Benchmark
    public LawReview tenfold() throws IOException {
        return new LawReview(Growth.book(10));
    }
}
