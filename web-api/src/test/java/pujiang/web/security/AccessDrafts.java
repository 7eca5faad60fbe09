package pujiang.web.security;

import static pujiang.web.Market.fresh;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pujiang.app.security.Role;
import pujiang.law.RuleBook;
import pujiang.web.Drafts;
import pujiang.web.Market;

/**
 * Drafts of the law that the rows of {@code access.txt} are tried on, of an officer who is none of the columns. Every upload
 * that can be compiled and every replay is a process of its own, which costs seconds; so all rows share two drafts, of
 * which one is in force at most: one rule more than the exchange's own book, and this book itself. Whoever brings the first
 * into force and then the second leaves the law as it was.
 */
public final class AccessDrafts {

    private final Market market;
    private final Drafts drafts;
    private @Nullable String author;
    private @Nullable String more;
    private @Nullable String own;

    public AccessDrafts(Market market) {
        this.market = market;
        this.drafts = new Drafts(market.port());
    }

    String make(String name, AccessThings things) throws Exception {
        return switch (name) {
            case "draft" -> faulty();
            case "replayed" -> replayed();
            case "report" -> report(things.thing("replayed"));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** What the reader refuses is kept as it came, and no process tries it. */
    private synchronized String faulty() throws Exception {
        return put(Drafts.faulty());
    }

    /** One that is not in force, with a report. */
    private synchronized String replayed() throws Exception {
        if (more == null) more = put(Drafts.oneRuleOfAdmissionMore());
        if (!isInForce(more)) return withReport(more);
        if (own == null) own = put(RuleBook.ownTexts());
        return withReport(own);
    }

    private String withReport(String draft) throws Exception {
        if (market.get(author(), "/rule-drafts/" + draft + "/report").status() == 404)
            drafts.replayed(market, author(), draft);
        else nothingRuns(draft);
        return draft;
    }

    /** A replay that somebody else has begun would bring another report in a moment. */
    private void nothingRuns(String draft) throws Exception {
        for (int attempt = 0; attempt < 600; attempt++) {
            var replay = market.get(author(), "/rule-drafts/" + draft + "/replay");
            if (!replay.is(200).text("/state").equals("RUNNING")) return;
            Thread.sleep(50);
        }
        throw new AssertionError("the replay of " + draft + " does not end");
    }

    /** The digest of its newest report, which is a new one where the market has gone on since. */
    private synchronized String report(String draft) throws Exception {
        nothingRuns(draft);
        var report = market.get(author(), "/rule-drafts/" + draft + "/report").is(200);
        var since = report.body().path("since").asLong();
        var suffices = report.body().path("current").asBoolean()
                && since <= report.body().path("most").asLong();
        return (suffices ? report : drafts.replayed(market, author(), draft)).text("/digest");
    }

    /** The exchange is shared with other tests, which are about its own law. */
    synchronized void leaveTheOwnBookInForce() throws Exception {
        if (more != null && isInForce(more)) drafts.bringBack(market);
    }

    private boolean isInForce(String draft) throws Exception {
        return market.get(author(), "/rule-drafts/" + draft)
                .is(200)
                .body()
                .path("inForce")
                .asBoolean();
    }

    private String put(Map<String, String> texts) throws Exception {
        var id = fresh("draft");
        drafts.put(author(), id, Drafts.zip(texts)).is(201);
        return id;
    }

    private String author() {
        if (author == null) author = market.staff(Role.COMPLIANCE_OFFICER);
        return author;
    }
}
