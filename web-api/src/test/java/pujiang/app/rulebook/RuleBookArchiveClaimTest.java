package pujiang.app.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pujiang.web.Market.fresh;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import pujiang.app.start.StartClaim;
import pujiang.app.start.StartFailure;
import pujiang.law.Draft;
import pujiang.law.RuleBook;
import pujiang.web.ExchangeTest;

/** Books that an earlier release has brought into force, seen in a transaction that nobody else sees. */
@ExchangeTest
@ExtendWith(OutputCaptureExtension.class)
class RuleBookArchiveClaimTest {

    private final StartClaim claim = new RuleBookArchiveClaim(false);

    @Autowired
    DataSource database;

    @Autowired
    List<StartClaim> claims;

    private Connection connection;
    private DataSource here;

    @BeforeEach
    void aTransaction() throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
        here = new SingleConnectionDataSource(connection, true);
    }

    @AfterEach
    void undone() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }

    @Test
    void theStartAsksForThem() {
        assertThat(claims).hasAtLeastOneElementOfType(RuleBookArchiveClaim.class);
    }

    @Test
    void aBookThatNobodyMayBringAnyMoreIsReadAsItWas() {
        var texts = book("State and work secrets", "State and work secrets " + "and more ".repeat(600));
        assertThat(Draft.of(texts).faults()).as("as a draft of today").isNotEmpty();
        activate(texts);

        assertThatCode(() -> claim.check(here)).doesNotThrowAnyException();
    }

    @Test
    void theBookInForceThatCannotBeReadIsNamedByFileAndLineAndTheStartRefused() {
        var digest = activate(book("is(this,", "isOfAnotherRelease(this,"));

        assertThatThrownBy(() -> claim.check(here))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining(digest)
                .hasMessageContaining("dsl/art-53.drl:19")
                .hasMessageContaining("start the release that judged by it")
                .hasMessageContaining("--pujiang.law.start-behind=true");
        assertThatCode(() -> new RuleBookArchiveClaim(true).check(here)).doesNotThrowAnyException();
    }

    @Test
    void oneThatWasInForceOnceIsToldAndRefusesNoStart(CapturedOutput output) {
        var former = activate(book("is(this,", "isOfAnotherRelease(this,"));
        activate(book("State and", "State or"));

        assertThatCode(() -> claim.check(here)).doesNotThrowAnyException();
        assertThat(output)
                .contains("Rule book " + former + " cannot be read by this release")
                .contains("art-53.drl:19");
    }

    private static Map<String, String> book(String words, String others) {
        var texts = new TreeMap<>(RuleBook.ownTexts());
        texts.computeIfPresent(
                "dsl/art-53.drl", (_, text) -> text.replace(words, others) + "// " + fresh("book") + "\n");
        return texts;
    }

    private String activate(Map<String, String> texts) {
        var sql = new JdbcTemplate(here);
        var digest = Draft.of(texts).digest();
        sql.update("insert into rule_book values (?, ?, now(6))", digest, DraftArchive.write(texts));
        sql.update(
                "insert into rule_book_in_force (digest, draft, activated_at) values (?, 'earlier', now(6))", digest);
        return digest;
    }
}
