package pujiang.web.rulebook;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import pujiang.law.Draft;
import pujiang.law.LawInForce;
import pujiang.law.RuleBook;

/**
 * Looks every other second whether another exchange on the same database has brought a book into force; and keeps the
 * program's own book, which a later program will not have.
 */
@Component
class LawWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LawWatch.class);

    private final LawInForce law;
    private final RuleBookBoard books;
    private boolean kept;

    LawWatch(LawInForce law, RuleBookBoard books) {
        this.law = law;
        this.books = books;
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT1S")
    void look() {
        try {
            if (!kept) keepOwn();
            law.refresh();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "which rule book is in force could not be read, and will be in two seconds: {}",
                    failure.toString());
        }
    }

    private void keepOwn() {
        var own = RuleBook.ownTexts();
        books.keep(Draft.of(own).digest(), own);
        kept = true;
    }
}
