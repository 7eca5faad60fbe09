package pujiang.app.rulebook;

import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import pujiang.app.job.Job;
import pujiang.app.job.JobRun;
import pujiang.law.Draft;
import pujiang.law.LawInForce;
import pujiang.law.RuleBook;

/**
 * Looks every other second whether another exchange on the same database has brought a book into force; and keeps the
 * program's own book, which a later program will not have. Each process looks for itself, and a book that is kept twice is
 * kept once.
 */
@Component
class RuleBookPoller implements Job {

    private final LawInForce law;
    private final RuleBookBoard books;
    /** The digest of the last book that was kept. */
    private String kept = "";

    RuleBookPoller(LawInForce law, RuleBookBoard books) {
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
    public void run(JobRun jobRun) {
        if (kept.isEmpty()) keep(Draft.of(RuleBook.ownTexts()).digest(), RuleBook.ownTexts());
        law.refresh();
        // A book that an earlier release has activated was kept under another digest than its decisions have now.
        if (law.isReady()) keep(law.ready().book().digest(), law.ready().book().texts());
    }

    private void keep(String digest, Map<String, String> texts) {
        if (digest.equals(kept)) return;
        books.keep(digest, texts);
        kept = digest;
    }
}
