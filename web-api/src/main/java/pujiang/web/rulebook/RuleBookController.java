package pujiang.web.rulebook;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pujiang.app.history.HistoryAudience;
import pujiang.app.history.HistoryEntry;
import pujiang.app.history.HistoryReader;
import pujiang.app.paging.Paging;
import pujiang.app.paging.PlainPage;
import pujiang.app.request.RequestRefusal.NotFound;
import pujiang.app.rulebook.DraftArchive;
import pujiang.app.rulebook.RuleBookBoard;
import pujiang.law.LawInForce;
import pujiang.refusal.Invalid;
import pujiang.refusal.Refused;
import pujiang.rulebook.RuleBookInForce;
import pujiang.web.security.Requires;

/** The rule book in force, and every one that ever was. */
@RestController
@RequestMapping("/api/v1/rule-book")
class RuleBookController {

    private final LawInForce law;
    private final RuleBookBoard books;
    private final HistoryReader history;

    RuleBookController(LawInForce law, RuleBookBoard books, HistoryReader history) {
        this.law = law;
        this.books = books;
        this.history = history;
    }

    /**
     * Which book judges.
     *
     * @param since when it was activated; null while it is the one that comes with the program
     * @param rules with their versions
     */
    record RuleBookView(String digest, @Nullable Instant since, int rules) {}

    @Operation(
            operationId = "getRuleBook",
            summary = "Read which rule book is in force",
            description = "Its digest, since when, and the number of its rules.")
    @GetMapping
    @Requires("decision:examine")
    RuleBookView ruleBook() {
        var book = law.ready().book();
        return new RuleBookView(
                book.digest(), books.since().orElse(null), book.rules().size());
    }

    @Operation(
            operationId = "downloadRuleBook",
            summary = "Download the files of a rule book",
            description = "As a ZIP, to begin a draft with. Without a digest the rule book in force.")
    @GetMapping(path = "/files", produces = RuleDraftController.ZIP)
    @Requires("decision:examine")
    ResponseEntity<byte[]> ruleBookFiles(@RequestParam @Nullable String digest) {
        if (digest != null && !digest.matches("sha-256:[0-9a-f]{64}")) {
            throw Invalid.at("digest", "digest.malformed", "must be sha-256: and 64 lower-case hexadecimal digits");
        }
        var texts = digest == null
                ? law.ready().book().texts()
                : books.texts(digest).orElseThrow(() -> new Refused(new NotFound()));
        return RuleDraftController.zip("rule-book", DraftArchive.write(texts));
    }

    @Operation(
            operationId = "listRuleBookEvents",
            summary = "List changes of the rule book",
            description = "Who activated which rule book on which report, the oldest first.")
    @GetMapping("/events")
    @Requires("decision:examine")
    PlainPage<HistoryEntry> ruleBookEvents(Paging paging) {
        return history.page(RuleBookInForce.class, RuleBookInForce.ID, HistoryAudience.STAFF, paging);
    }
}
