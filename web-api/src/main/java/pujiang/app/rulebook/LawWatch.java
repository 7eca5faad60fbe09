package pujiang.app.rulebook;

import java.time.Duration;
import org.springframework.stereotype.Component;
import pujiang.app.job.Job;
import pujiang.app.job.Turn;
import pujiang.law.Draft;
import pujiang.law.LawInForce;
import pujiang.law.RuleBook;

/**
 * Looks every other second whether another exchange on the same database has brought a book into force; and keeps the
 * program's own book, which a later program will not have. Each process looks for itself, and a book that is kept twice is
 * kept once.
 */
@Component
class LawWatch implements Job {

    private final LawInForce law;
    private final RuleBookBoard books;
    private boolean kept;

    LawWatch(LawInForce law, RuleBookBoard books) {
        this.law = law;
        this.books = books;
    }

    @Override
    public String name() {
        return "rule-book-in-force";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration firstPause() {
        return Duration.ofSeconds(1);
    }

    /** A book takes seconds to compile, and may take as long as a draft. */
    @Override
    public Duration longest() {
        return Duration.ofMinutes(2);
    }

    @Override
    public void run(Turn turn) {
        if (!kept) keepOwn();
        law.refresh();
    }

    private void keepOwn() {
        var own = RuleBook.ownTexts();
        books.keep(Draft.of(own).digest(), own);
        kept = true;
    }
}
